import { LinkButton } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { OrderStatus } from "@/components/checkout/order-status";
import { PrintButton } from "@/components/checkout/print-button";
import { formatMoney, money } from "@/lib/money/money";
import type { ShopperOrder } from "@/lib/orders/shopper-queries";
import type { ShopperState } from "@/lib/orders/shopper-state";
import { WhatsNext } from "../../checkout/whats-next";
import { checkAgain } from "./actions";

type Props = { order: ShopperOrder; state: ShopperState };

/** One sentence on where the order stands, and the one thing to do about it. */
export function OrderHead({ order, state }: Props) {
  const eyebrow = order.number === null ? null : `Order ${order.number}`;
  switch (state) {
    case "placed":
    case "partially_refunded":
    case "refunded":
      return <Placed {...{ order, state, eyebrow }} />;
    case "checking":
      return (
        <OrderStatus
          tone="info"
          icon="spinner"
          eyebrow={eyebrow}
          title="We are checking your payment"
          actions={<CheckAgain token={order.accessToken} />}
        >
          Your payment is with the bank. This page changes by itself as soon as we hear from it, and
          you get an e-mail. Please do not pay again.
          <WhatsNext orderId={order.id} />
        </OrderStatus>
      );
    case "unpaid":
      return <Unpaid order={order} />;
    case "cancelled":
      return (
        <OrderStatus tone="bad" icon="close" eyebrow={eyebrow} title="This order was cancelled">
          {order.paidBy.length > 0
            ? "What you paid goes back to where it came from."
            : "Nothing was charged for it."}
        </OrderStatus>
      );
  }
}

function Placed({ order, state, eyebrow }: Props & { eyebrow: string | null }) {
  const first = order.name.split(" ")[0] ?? "";
  const titles = {
    placed: `Thank you${first ? `, ${first}` : ""}!`,
    partially_refunded: "A part was refunded",
    refunded: "Your order was refunded",
  } as const;
  const back = order.refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const amount = formatMoney(money(back, order.currency), order.locale);
  return (
    <OrderStatus
      tone={state === "placed" ? "good" : "info"}
      icon={state === "placed" ? "check" : "refund"}
      eyebrow={eyebrow}
      title={
        state === "placed"
          ? titles.placed
          : state === "refunded"
            ? titles.refunded
            : titles.partially_refunded
      }
      actions={<PrintButton label="Print the receipt" />}
    >
      {state === "placed" ? (
        <>
          Your order is confirmed. A confirmation is on its way to <strong>{order.email}</strong>.
          Keep this page's address: it always shows where your order stands.
        </>
      ) : (
        <>
          {amount} went back to where it came from. Banks take up to ten days to show it on a
          statement.
        </>
      )}
    </OrderStatus>
  );
}

function Unpaid({ order }: { order: ShopperOrder }) {
  const amount = formatMoney(money(order.totalMinor, order.currency), order.locale);
  return (
    <OrderStatus
      tone="warn"
      icon="card"
      eyebrow={null}
      title="This order is not paid yet"
      actions={
        <>
          <LinkButton href={`/orders/${order.accessToken}/pay`}>Pay {amount}</LinkButton>
          <CheckAgain token={order.accessToken} />
        </>
      }
    >
      {order.lastFailure === null
        ? "Nothing was charged. You can pay now, as long as the goods are there."
        : `The last payment did not go through: ${order.lastFailure} Nothing was charged.`}
    </OrderStatus>
  );
}

/** Also for people without JavaScript, whose page does not look again by itself. */
function CheckAgain({ token }: { token: string }) {
  return (
    <form action={checkAgain}>
      <input type="hidden" name="order" value={token} />
      <SubmitButton variant="secondary" pendingLabel="Checking…">
        Check again
      </SubmitButton>
    </form>
  );
}
