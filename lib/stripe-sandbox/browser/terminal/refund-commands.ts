import type Stripe from "stripe";
import { told } from "./answers";
import type { Till } from "./till";
import { failure } from "./words";

type RefundOptions = { reverse_transfer?: boolean; refund_application_fee?: boolean };
type Wanted = Record<string, string | number | boolean | undefined>;

/** Giving money back to a card that is presented again. */
export function refundCommands(till: Till) {
  let wanted: Wanted | null = null;
  return {
    collectRefundPaymentMethod: (
      charge: string,
      amount: number,
      currency: string,
      options: RefundOptions = {},
    ) =>
      till.collect("collectRefundPaymentMethod", async () => {
        wanted = { charge, amount, currency, ...options };
        return {};
      }),
    cancelCollectRefundPaymentMethod: () => till.desk.cancel("collectRefundPaymentMethod"),
    processRefund: () =>
      till.process("processRefund", async () => {
        if (wanted === null) {
          const message = "Call collectRefundPaymentMethod before processRefund.";
          return failure("no_active_collect_refund_payment_method_attempt", message);
        }
        const params = { connection_token: till.token, ...wanted };
        const made = await till.api().post<Stripe.Refund>("/v1/terminal/refunds", params);
        wanted = null;
        till.simulator = {};
        return made.error ? told(made.error) : { refund: made.value };
      }),
    cancelProcessRefund: () => till.desk.cancel("processRefund"),
  };
}
