import { describe, expect, it } from "vitest";
import { issueGiftCard } from "@/lib/gift-cards/issue";
import type { GatewayId } from "@/lib/payments/core/types";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { useTestDatabase } from "@/lib/testing/database";
import { useFlakyGateway, type Fault } from "@/lib/testing/flaky-gateway";
import { createOrder, makeTransaction } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { describeGateway } from "./contract";
import { gatewayFor } from "./registry";

useTestDatabase();
useSandbox();
const network = useFlakyGateway();

const open = (gateway: GatewayId) => async () => {
  // More than is paid: an order that is covered takes what its gift cards hold.
  const orderId = await createOrder({ totalMinor: 6000 });
  const source = await sourceFor(gateway);
  const request = {
    orderId,
    gateway,
    method: "authorize",
    amountMinor: 5000,
    source,
    actor: "merchant:test",
  } as const;
  const payment = await payOrder(request);
  return { gateway: gatewayFor(gateway), payment };
};

async function sourceFor(gateway: GatewayId): Promise<string | undefined> {
  if (gateway === "manual") return undefined;
  if (gateway !== "gift_card") return "pm_card_visa";
  const card = { amountMinor: 5000, currency: "USD", actor: "merchant:test" } as const;
  return (await issueGiftCard(card)).id;
}

describeGateway("manual", open("manual"));
describeGateway("gift_card", open("gift_card"));
describeGateway("stripe", open("stripe"));
describeGateway("stripe_connect", open("stripe_connect"));

describe.each(["stripe", "stripe_connect"] as const)("%s over a bad network", (id) => {
  it.each<Fault>(["refused", "dropped_after_effect", "error_500"])(
    "stays unknown when no answer comes (%s), and asking again does it once",
    async (fault) => {
      const { gateway, payment } = await open(id)();
      const { id: paymentId, orderId } = payment;
      const transaction = makeTransaction({ paymentId, orderId, amountMinor: 2000 });
      network.next(fault);
      expect(await gateway.capture({ transaction, payment })).toMatchObject({
        kind: "unknown",
      });
      expect(await gateway.capture({ transaction, payment })).toMatchObject({
        kind: "succeeded",
      });
      expect(await gateway.look(payment)).toMatchObject({ snapshot: { capturedMinor: 2000 } });
    },
  );
});
