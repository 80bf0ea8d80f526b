import type { CDPSession } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { RegisterPage } from "../pages/register-page";

const names = ["Nodes", "JSEventListeners", "JSHeapUsedSize", "TaskDuration"] as const;
type Use = Record<(typeof names)[number], number>;

/** What the page holds after its waste is collected, and how long its processor has worked, in seconds. */
async function useOf(session: CDPSession): Promise<Use> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const [nodes, listeners, heap, work] = names;
  return {
    [nodes]: valueOf(nodes),
    [listeners]: valueOf(listeners),
    [heap]: valueOf(heap),
    [work]: valueOf(work),
  };
}

test("sells thirty times without a reload, and the last ten cost no more than the first", async ({
  admin: { page },
}) => {
  test.setTimeout(300_000);
  const register = new RegisterPage(page);
  await page.goto("/admin/register");
  await page.evaluate(() => document.documentElement.setAttribute("data-loaded", "once"));
  const session = await page.context().newCDPSession(page);
  // The time of the page's own thread: how busy the machine is does not count.
  await session.send("Performance.setTimeDomain", { timeDomain: "threadTicks" });
  await session.send("Performance.enable");

  async function sell(amount: string): Promise<void> {
    await page.getByRole("button", { name: "Other amount" }).click();
    await page.getByLabel("Amount").fill(amount);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await register.charge();
    const connect = page.getByRole("button", { name: /^Connect/ });
    if (await connect.isVisible()) await register.connect();
    await register.ask.click();
    await expect(register.paid).toHaveText(`Paid $${amount}`);
    await page.getByRole("link", { name: "Next sale" }).click();
    await page.getByText("They gather here").waitFor();
  }

  const uses: Use[] = [];
  for (let sale = 0; sale <= 30; sale += 1) {
    await sell(`${10 + sale}.50`);
    uses.push(await useOf(session));
  }
  expect(await page.locator("html").getAttribute("data-loaded")).toBe("once");

  // The first sale loads what all others use.
  const [start, ten, twenty, thirty] = [0, 10, 20, 30].map((sale) => uses[sale]);
  if (!start || !ten || !twenty || !thirty) throw new Error("Thirty sales were not made.");
  const firstTen = ten.TaskDuration - start.TaskDuration;
  const lastTen = thirty.TaskDuration - twenty.TaskDuration;
  expect(lastTen).toBeLessThan(firstTen * 1.5);
  expect(thirty.Nodes).toBeLessThan(ten.Nodes * 1.2);
  expect(thirty.JSEventListeners).toBeLessThan(ten.JSEventListeners * 1.2);
  expect(thirty.JSHeapUsedSize - twenty.JSHeapUsedSize).toBeLessThan(2_000_000);
});
