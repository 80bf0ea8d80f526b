"use client";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/inputs";
import type { FormAction, FormState } from "@/lib/http/form";
import { AmountField } from "./amount-field";
import type { AmountLeft } from "./amount-left";
import { errorOf, typedOf } from "./form-message";
import { OperationDialog } from "./operation-dialog";
import type { PaymentPanel } from "./payment-panel";

export type PaymentActions = { capture: FormAction; refund: FormAction; release: FormAction };

/** A date would make this prop unstable for no use here, so only what the forms need comes along. */
export type OperationPayment = Pick<
  PaymentPanel,
  | "id"
  | "currency"
  | "voidableMinor"
  | "canCapturePart"
  | "canRefundPart"
  | "capturesSeveralTimes"
  | "isOffline"
> & {
  orderId: string;
  capturable: AmountLeft;
  refundable: AmountLeft;
  /**
   * Grows with every movement. Two tabs that show the same state send the same key, so the second of
   * them is a replay and not a second refund.
   */
  version: number;
};

type Props = { payment: OperationPayment; actions: PaymentActions };

function hiddenFields(payment: OperationPayment, verb: string): Record<string, string> {
  const { id, orderId, currency, version } = payment;
  const idempotencyKey = `admin:${verb}:${id}:${version}`;
  return { paymentId: id, orderId, currency, idempotencyKey };
}

export function PaymentOperations({ payment, actions }: Props) {
  return (
    <div data-print="no" className="flex flex-wrap gap-2 empty:hidden">
      <Capture payment={payment} action={actions.capture} />
      <Refund payment={payment} action={actions.refund} mechanism="automatic" />
      <Refund payment={payment} action={actions.refund} mechanism="manual" />
      <Release payment={payment} action={actions.release} />
    </div>
  );
}

type One = { payment: OperationPayment; action: FormAction };

function Capture({ payment, action }: One) {
  const { isOffline, capturable, capturesSeveralTimes, canCapturePart, currency, id } = payment;
  const words = isOffline
    ? {
        opener: "Mark as received",
        title: "Mark as received",
        lead: "The money has reached you outside of the store.",
        submit: "Mark as received",
        pending: "Writing it down…",
      }
    : {
        opener: "Capture",
        title: "Capture the payment",
        lead: capturesSeveralTimes
          ? "Takes the money that is held. What you do not capture can be captured later or let go."
          : "Takes the money that is held. The card can be asked once: what you leave out is let go.",
        submit: "Capture",
        pending: "Capturing…",
      };
  const fields = (state: FormState) => (
    <AmountField
      state={state}
      id={`capture-${id}`}
      currency={currency}
      left={capturable}
      leftLabel={isOffline ? "is expected." : "is held."}
      isFixed={!canCapturePart}
    />
  );
  return (
    <OperationDialog
      {...words}
      openerLook={{ variant: "solid" }}
      isAvailable={capturable.minor > 0}
      hidden={hiddenFields(payment, "capture")}
      action={action}
      fields={fields}
    />
  );
}

const reasons = {
  requested_by_customer: "Requested by the customer",
  duplicate: "Duplicate",
  fraudulent: "Fraudulent",
  other: "Another reason",
};

function Refund({ payment, action, mechanism }: One & { mechanism: "automatic" | "manual" }) {
  const { isOffline, refundable, canRefundPart, currency, id } = payment;
  const isManual = mechanism === "manual";
  const isAvailable = refundable.minor > 0 && (isManual || !isOffline);
  const words = isManual
    ? {
        opener: "Mark as refunded",
        title: "Mark as refunded",
        lead: "For money that you returned outside of the store: nothing is sent to the gateway.",
        submit: "Mark as refunded",
        pending: "Writing it down…",
      }
    : {
        opener: "Refund",
        title: "Refund the payment",
        lead: "Goes back to the way it was paid. The customer gets a mail.",
        submit: "Refund",
        pending: "Refunding…",
      };
  const fields = (state: FormState) => (
    <>
      <AmountField
        state={state}
        id={`${mechanism}-refund-${id}`}
        currency={currency}
        left={refundable}
        leftLabel="can be refunded."
        isFixed={!canRefundPart && !isManual}
      />
      <ReasonFields state={state} id={`${mechanism}-${id}`} />
    </>
  );
  return (
    <OperationDialog
      {...words}
      openerLook={{ variant: isManual ? "quiet" : "secondary" }}
      isAvailable={isAvailable}
      hidden={{ ...hiddenFields(payment, `refund-${mechanism}`), mechanism }}
      action={action}
      fields={fields}
    />
  );
}

function ReasonFields({ state, id }: { state: FormState; id: string }) {
  return (
    <>
      <Field name="reason" id={`reason-${id}`} label="Reason" error={errorOf(state, "reason")}>
        {(control) => (
          <Select {...control} defaultValue={typedOf(state, "reason", "requested_by_customer")}>
            {Object.entries(reasons).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        name="note"
        id={`note-${id}`}
        label="Note"
        optionalLabel="optional"
        error={errorOf(state, "note")}
      >
        {(control) => (
          <Textarea {...control} rows={2} maxLength={500} defaultValue={typedOf(state, "note")} />
        )}
      </Field>
    </>
  );
}

function Release({ payment, action }: One) {
  return (
    <OperationDialog
      opener={payment.isOffline ? "Cancel payment" : "Cancel authorization"}
      openerLook={{ variant: "danger" }}
      isAvailable={payment.voidableMinor > 0}
      title={payment.isOffline ? "Cancel the payment" : "Cancel the authorization"}
      lead="Lets go of all that is held. It cannot be captured afterwards."
      submit="Cancel it"
      pending="Cancelling…"
      hidden={hiddenFields(payment, "void")}
      action={action}
    />
  );
}
