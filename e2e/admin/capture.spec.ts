import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { z } from "zod";
import { expect, test } from "../fixtures/test";
import { AdminPage } from "../pages/admin-page";

const idOf = z.object({ data: z.object({ id: z.string() }) });

/** An order of $125.00 whose money is held on a card. Gives its id. */
async function heldOrder(request: APIRequestContext, email: string): Promise<string> {
  const form = { grant_type: "client_credentials", client_id: "demo-backend" };
  const signedIn = await request.post("/oauth/access_token", {
    form: { ...form, client_secret: "demo-backend-secret" },
  });
  const { access_token } = z.object({ access_token: z.string() }).parse(await signedIn.json());
  const headers = { authorization: `Bearer ${access_token}` };
  const ask = async (path: string, data: object) => {
    const answer = await request.post(`/v2${path}`, { headers, data: { data } });
    return z.unknown().parse(await answer.json());
  };
  const cart = `/carts/${randomUUID()}`;
  const price = { amount: 12_500 };
  await ask(`${cart}/items`, { type: "custom_item", name: "A lamp", sku: "L", quantity: 1, price });
  const address = { first_name: "Ada", last_name: "Byron", line_1: "1 Quay", city: "Portland" };
  const home = { ...address, county: "ME", region: "ME", postcode: "04101", country: "US" };
  const customer = { name: "Ada Byron", email };
  const order = { customer, billing_address: home, shipping_address: home };
  const { data } = idOf.parse(await ask(`${cart}/checkout`, order));
  const payment = { gateway: "stripe", method: "authorize", payment: "pm_card_visa" };
  await ask(`/orders/${data.id}/payments`, payment);
  return data.id;
}

/** Opens the dialog behind a button and sends it, twice as a nervous finger does. */
async function press(page: Page, opener: string, submit: string, amount?: string): Promise<void> {
  await page.getByRole("button", { name: opener, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (amount !== undefined) await dialog.getByRole("textbox", { name: /Amount/ }).fill(amount);
  await dialog.getByRole("button", { name: submit, exact: true }).dblclick();
}

test("a merchant captures a part, releases the rest, each once from two tabs, and sends the order", async ({
  request,
  email,
  admin,
}) => {
  const path = `/admin/orders/${await heldOrder(request, email)}`;
  const other = new AdminPage(await admin.page.context().newPage());
  const tabs = [admin, other];
  for (const { page } of tabs) await page.goto(path);
  for (const { page } of tabs) await press(page, "Capture", "Capture", "45.00");
  for (const { page } of tabs) await expect(page.getByText("$45.00 captured.")).toBeVisible();
  for (const { page } of tabs) await page.goto(path);
  await expect(admin.sum("Captured")).toHaveText("$45.00");
  await expect(admin.sum("Left to capture")).toHaveText("$80.00");

  for (const { page } of tabs) await press(page, "Release the rest", "Release it");
  for (const { page } of tabs) await expect(page.getByText("$80.00 released.")).toBeVisible();
  await admin.page.goto(path);
  await expect(admin.sum("Voided")).toHaveText("$80.00");
  await press(admin.page, "Mark as sent", "Mark as sent");
  await admin.page.goto(path);
  await expect(admin.page.getByText("Fulfilled", { exact: true })).toBeVisible();
});
