import { describe, expect, it } from "vitest";
import { shopperStory } from "./shopper-story";
import type { OrderEventView } from "./views";

let made = 0;
const event = (kind: string, more: Partial<OrderEventView> = {}): OrderEventView => ({
  id: String((made += 1)),
  kind,
  actor: "gateway",
  message: "",
  failureCode: null,
  at: new Date(),
  ...more,
});

const kinds = (...events: OrderEventView[]) => shopperStory(events).map(({ kind }) => kind);

describe("the story that a shopper is told", () => {
  it("leaves out a payment page that gave way to another one: nobody was refused there", () => {
    const closed = event("payment_failed", { failureCode: "expired" });
    const told = ["order_created", "payment_succeeded"];
    expect(kinds(event("order_created"), closed, event("payment_succeeded"))).toEqual(told);
  });

  it("tells of a refusal, and not twice in a row", () => {
    const declined = event("payment_failed", { failureCode: "insufficient_funds" });
    const closed = event("payment_failed", { failureCode: "expired" });
    expect(kinds(declined, closed, event("payment_failed"))).toEqual(["payment_failed"]);
  });

  it("keeps the merchant's business to the merchant", () => {
    expect(kinds(event("order_approved"), event("order_placed"))).toEqual(["order_placed"]);
  });
});
