import type { Browser, Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { RegisterPage } from "../pages/register-page";

type Use = { nodes: number; listeners: number; heapBytes: number; processorSeconds: number };

/** What the page holds after its waste is collected, and what its browser has worked so far. */
async function useMeter(browser: Browser, page: Page): Promise<() => Promise<Use>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const whole = await browser.newBrowserCDPSession();
  return async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    // The processor's time and not the clock's: how busy the machine is does not count.
    const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    return {
      nodes: valueOf("Nodes"),
      listeners: valueOf("JSEventListeners"),
      heapBytes: valueOf("JSHeapUsedSize"),
      processorSeconds: renderers.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    };
  };
}

async function sell(register: RegisterPage, amount: string): Promise<void> {
  const { page } = register;
  await page.getByRole("button", { name: "Other amount" }).click();
  await page.getByLabel("Amount").fill(amount);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await register.charge();
  const connect = page.getByRole("button", { name: /^Connect/ });
  await connect.or(page.getByText("Reader ready")).waitFor();
  if (await connect.isVisible()) await register.connect();
  await register.ask.click();
  await expect(register.paid).toHaveText(`Paid $${amount}`);
  await page.getByRole("link", { name: "Next sale" }).click();
  await page.getByText("They gather here").waitFor();
}

test("sells thirty times without a reload, and the last ten cost no more than the first", async ({
  admin: { page },
  browser,
}) => {
  test.setTimeout(300_000);
  const register = new RegisterPage(page);
  await register.open();
  await page.evaluate(() => document.documentElement.setAttribute("data-loaded", "once"));
  const useNow = await useMeter(browser, page);
  const uses: Use[] = [];
  for (let sale = 0; sale <= 30; sale += 1) {
    await sell(register, `${10 + sale}.50`);
    uses.push(await useNow());
  }
  expect(await page.locator("html").getAttribute("data-loaded")).toBe("once");

  // The first sale loads what all others use.
  const [start, ten, twenty, thirty] = [0, 10, 20, 30].map((sale) => uses[sale]);
  if (!start || !ten || !twenty || !thirty) throw new Error("Thirty sales were not made.");
  test.info().annotations.push({ type: "use", description: JSON.stringify([ten, thirty]) });
  const firstTen = ten.processorSeconds - start.processorSeconds;
  const lastTen = thirty.processorSeconds - twenty.processorSeconds;
  expect(lastTen).toBeLessThan(firstTen * 1.75);
  expect(thirty.nodes).toBeLessThan(ten.nodes * 1.2);
  expect(thirty.listeners).toBeLessThan(ten.listeners * 1.2);
  expect(thirty.heapBytes - twenty.heapBytes).toBeLessThan(2_000_000);
});
