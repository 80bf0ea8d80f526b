"use client";
import type { FormAction, FormState } from "@/lib/http/form";
import { AmountField } from "./amount-field";
import { OperationDialog } from "./operation-dialog";
import { hiddenFields, type One, type OperationPayment } from "./operation-payment";
import { Refund } from "./refund-operation";

export type PaymentActions = { capture: FormAction; refund: FormAction; release: FormAction };

type Props = { payment: OperationPayment; actions: PaymentActions };

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
      hidden={{ ...hiddenFields(payment, "capture"), word: isOffline ? "received" : "captured" }}
      action={action}
      fields={fields}
    />
  );
}

const releaseWords = {
  rest: {
    opener: "Release the rest",
    title: "Release the rest",
    submit: "Release it",
    pending: "Releasing…",
  },
  offline: {
    opener: "Cancel payment",
    title: "Cancel the payment",
    submit: "Cancel it",
    pending: "Cancelling…",
  },
  held: {
    opener: "Cancel authorization",
    title: "Cancel the authorization",
    submit: "Cancel it",
    pending: "Cancelling…",
  },
};

function Release({ payment, action }: One) {
  const { isOffline, voidable, isPartlyCaptured } = payment;
  const words = releaseWords[isPartlyCaptured ? "rest" : isOffline ? "offline" : "held"];
  const lead = isOffline
    ? `${voidable.shown} is not expected any more.`
    : `Lets go of the ${voidable.shown} that is held. It cannot be captured afterwards.`;
  return (
    <OperationDialog
      {...words}
      openerLook={{ variant: "danger" }}
      isAvailable={voidable.minor > 0}
      lead={
        isPartlyCaptured ? `${lead} What was ${isOffline ? "received" : "captured"} stays.` : lead
      }
      hidden={hiddenFields(payment, "void")}
      action={action}
    />
  );
}
