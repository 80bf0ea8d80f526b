import { LinkButton, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PlainLink } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { OrderStatus } from "@/components/checkout/order-status";
import { PrintButton } from "@/components/checkout/print-button";
import type { Translator } from "@/lib/i18n/translator";
import { findWhatsNext } from "@/lib/checkout/whats-next";
import { failureWords } from "@/lib/payments/failure-words";
import { formatMoney, money } from "@/lib/money/money";
import type { ShopperOrder } from "@/lib/orders/shopper-queries";
import type { ShopperState } from "@/lib/orders/shopper-state";
import { WhatsNext } from "../../checkout/whats-next";
import { checkAgain } from "./actions";
import { CancelOrder } from "./cancel-order";

type Words = Translator<"order">;
type Props = { order: ShopperOrder; state: ShopperState; isLate: boolean; t: Words };

/** One sentence on where the order stands, and the one thing to do about it. */
export function OrderHead({ order, state, isLate, t }: Props) {
  const eyebrow = order.number === null ? null : t("number", { number: String(order.number) });
  const cancel = order.canCancel || isLate ? <CancelOrder {...{ order, isLate, t }} /> : null;
  switch (state) {
    case "placed":
    case "partially_refunded":
    case "refunded":
      return <Placed {...{ order, state, eyebrow, cancel, t }} />;
    case "checking":
      return <Waiting {...{ order, eyebrow, t }} />;
    case "unpaid":
      return <Unpaid {...{ order, eyebrow, cancel, t }} />;
    case "cancelled":
      return (
        <OrderStatus tone="bad" icon="close" eyebrow={eyebrow} title={t("cancelledTitle")}>
          {order.paidBy.length > 0 ? t("cancelledBack") : t("cancelledNothing")}
        </OrderStatus>
      );
  }
}

type PartProps = {
  order: ShopperOrder;
  eyebrow: string | null;
  cancel: React.ReactNode;
  t: Words;
};

/** For an answer in a moment, for a bank that takes days, or for a voucher that its owner has yet to pay. */
async function Waiting({ order, eyebrow, t }: Omit<PartProps, "cancel">) {
  const next = await findWhatsNext(order.id);
  const title = { voucher: "voucherTitle", debit: "debitTitle" } as const;
  return (
    <OrderStatus
      tone="info"
      icon={next === null ? "spinner" : "clock"}
      eyebrow={eyebrow}
      title={t(next === null ? "checkingTitle" : title[next.is])}
      actions={<CheckAgain token={order.accessToken} t={t} />}
    >
      {next?.is !== "voucher" && t("checkingText")}
      {next !== null && <WhatsNext next={next} />}
    </OrderStatus>
  );
}

function Placed({ order, state, eyebrow, cancel, t }: PartProps & Pick<Props, "state">) {
  const name = t.locale === "ja" ? order.name : (order.name.split(" ")[0] ?? "");
  const back = order.refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const amount = formatMoney(money(back, order.currency), order.locale);
  const isPlaced = state === "placed";
  const isSent = order.fulfilment === "fulfilled";
  const thanks = name ? t("thanksName", { name }) : t("thanks");
  const good = isSent ? t("sentTitle") : thanks;
  const text = t(isSent ? "sentText" : "placedText", { email: order.email });
  const refunded = state === "refunded" ? t("refunded") : t("partRefunded");
  return (
    <OrderStatus
      tone={isPlaced ? "good" : "info"}
      icon={isPlaced ? "check" : "refund"}
      eyebrow={eyebrow}
      title={isPlaced ? good : refunded}
      actions={
        <>
          <PrintButton label={t("print")} />
          <PlainLink
            href={`/orders/${order.accessToken}/receipt.pdf`}
            data-print="no"
            className={buttonClass({ variant: "secondary", size: "small" })}
          >
            <Icon name="download" /> {t("pdf")}
          </PlainLink>
          {cancel}
        </>
      }
    >
      {isPlaced ? text : t("refundText", { amount })}
    </OrderStatus>
  );
}

/** What a bank wants comes first, then why it did not work, then what is there already. */
function unpaidWords(order: PartProps["order"], t: Words): { title: string; text: string } {
  const { needsAction, lastFailure, paidMinor, currency, locale } = order;
  if (needsAction) return { title: t("actionTitle"), text: t("actionText") };
  const isBegun = paidMinor > 0;
  const title = t(isBegun ? "partTitle" : "unpaidTitle");
  if (lastFailure !== null) {
    return { title, text: t("failedText", { reason: failureWords(lastFailure, t.locale) }) };
  }
  const amount = formatMoney(money(paidMinor, currency), locale);
  return { title, text: isBegun ? t("partText", { amount }) : t("unpaidText") };
}

function Unpaid({ order, eyebrow, cancel, t }: PartProps) {
  const amount = formatMoney(money(order.payMinor, order.currency), order.locale);
  const { title, text } = unpaidWords(order, t);
  return (
    <OrderStatus
      tone="warn"
      icon="card"
      eyebrow={eyebrow}
      title={title}
      actions={
        <>
          <LinkButton href={`/orders/${order.accessToken}/pay`}>{t("pay", { amount })}</LinkButton>
          <CheckAgain token={order.accessToken} t={t} />
          {cancel}
        </>
      }
    >
      {text}
    </OrderStatus>
  );
}

/** Also for people without JavaScript, whose page does not look again by itself. */
function CheckAgain({ token, t }: { token: string; t: Words }) {
  return (
    <form action={checkAgain}>
      <input type="hidden" name="order" value={token} />
      <SubmitButton variant="secondary" pendingLabel={t("checking")}>
        {t("checkAgain")}
      </SubmitButton>
    </form>
  );
}
