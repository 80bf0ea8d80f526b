import { describe, expect, it } from "vitest";
import { returnDestination } from "./return-destination";

const to = (
  state: Parameters<typeof returnDestination>[0]["state"],
  answered: boolean,
  from: "checkout" | "order" = "checkout",
) => returnDestination({ accessToken: "token", state }, answered, from);

describe("returnDestination", () => {
  it.each(["placed", "checking", "cancelled", "refunded"] as const)(
    "leads to the order when it is %s",
    (state) => expect(to(state, true)).toBe("/orders/token"),
  );

  it("leads back to payment when the provider says that nothing was paid", () => {
    expect(to("unpaid", true)).toBe("/checkout/payment?notice=unpaid");
  });

  it("leads back to the order's own link when it was paid from there", () => {
    expect(to("unpaid", true, "order")).toBe("/orders/token/pay?notice=unpaid");
  });

  it("never says unpaid while the provider has not answered", () => {
    expect(to("unpaid", false)).toBe("/orders/token?checking=1");
  });
});
