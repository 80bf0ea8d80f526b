import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { cards } from "../pages/checkout-page";

/** Tabs on until the element with this name has the focus, in whichever frame it is. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press("Tab");
    const focused = await nameOfFocused(page);
    seen.push(focused);
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never came to ${name}: ${seen.join(" · ")}`);
}

async function nameOfFocused(page: Page): Promise<string> {
  const names = await Promise.all(
    page.frames().map((frame) =>
      frame
        .evaluate(() => {
          const focused = document.activeElement;
          if (!document.hasFocus() || !(focused instanceof HTMLElement)) return "";
          if (focused.tagName === "IFRAME" || focused === document.body) return "";
          const labels = "labels" in focused && focused.labels instanceof NodeList;
          const label = labels ? document.querySelector(`label[for="${focused.id}"]`) : null;
          return (
            focused.getAttribute("aria-label") ??
            label?.textContent ??
            focused.textContent ??
            ""
          ).trim();
        })
        .catch(() => ""),
    ),
  );
  return names.find((name) => name !== "") ?? "";
}

test("a shopper buys with the keyboard alone", async ({ page, checkout, email }) => {
  await page.goto("/products/quay-mug");
  await tabTo(page, /^Add to bag/);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: /^Bag, 1/ }).waitFor();
  await page.goto("/checkout");

  await tabTo(page, /^E-mail/);
  await page.keyboard.type(email);
  await tabTo(page, /^First and last name/);
  await page.keyboard.type("Ada Lovelace");
  await tabTo(page, /^Street and number/);
  await page.keyboard.type("1 Analytical Way");
  await tabTo(page, /^City/);
  await page.keyboard.type("Portland");
  await tabTo(page, /^State/);
  await page.keyboard.type("Maine");
  await tabTo(page, /^ZIP code/);
  await page.keyboard.type("04101");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/checkout/shipping");

  await tabTo(page, /^Continue to payment/);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/checkout/payment");

  await checkout.fields.getByRole("textbox", { name: "Card number" }).waitFor();
  await tabTo(page, /^Card number/);
  await page.keyboard.type(cards.succeeds.replaceAll(" ", ""));
  // A complete field hands the focus on, as Stripe's does; Tab would skip one.
  await checkout.fields.getByRole("textbox", { name: "Expiration date" }).focus();
  await page.keyboard.type("1234");
  await checkout.fields.getByRole("textbox", { name: "Security code" }).focus();
  await page.keyboard.type("123");
  const postalCode = checkout.fields.getByRole("textbox", { name: "ZIP code" });
  if (await postalCode.isVisible()) {
    await postalCode.focus();
    await page.keyboard.type("04101");
  }
  await tabTo(page, /^Pay [$]/);
  await page.keyboard.press("Enter");
  await expect(checkout.thanks).toBeVisible();
});
