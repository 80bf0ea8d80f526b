import { describe, expect, it } from "vitest";
import { returnDestination } from "./return-destination";

const to = (state: Parameters<typeof returnDestination>[0]["state"], answered: boolean) =>
  returnDestination({ accessToken: "token", state }, answered);

describe("returnDestination", () => {
  it.each(["placed", "checking", "cancelled", "refunded"] as const)(
    "leads to the order when it is %s",
    (state) => expect(to(state, true)).toBe("/orders/token"),
  );

  it("leads back to payment when the provider says that nothing was paid", () => {
    expect(to("unpaid", true)).toBe("/checkout/payment?notice=unpaid");
  });

  it("never says unpaid while the provider has not answered", () => {
    expect(to("unpaid", false)).toBe("/orders/token?checking=1");
  });
});
