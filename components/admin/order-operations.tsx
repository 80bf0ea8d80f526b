"use client";
import type { FormAction } from "@/lib/http/form";
import { OperationDialog } from "./operation-dialog";

type Props = {
  orderId: string;
  canFulfil: boolean;
  canCancel: boolean;
  /** Money that stays with the shop until somebody refunds or releases it. */
  holdsMoney: boolean;
  actions: { fulfil: FormAction; cancel: FormAction };
};

export function OrderOperations({ orderId, canFulfil, canCancel, holdsMoney, actions }: Props) {
  return (
    <>
      <OperationDialog
        opener="Mark as sent"
        openerLook={{ variant: "solid" }}
        isAvailable={canFulfil}
        title="Mark the order as sent"
        lead="The customer gets a mail that it is on its way."
        submit="Mark as sent"
        pending="Writing it down…"
        hidden={{ orderId }}
        action={actions.fulfil}
      />
      <OperationDialog
        opener="Cancel order"
        openerLook={{ variant: "danger" }}
        isAvailable={canCancel}
        title="Cancel the order"
        lead={
          holdsMoney
            ? "Its goods go back on the shelf. The money stays where it is: refund it, or cancel the authorization, as well."
            : "Nobody can pay it any more, and its goods go back on the shelf."
        }
        submit="Cancel the order"
        pending="Cancelling…"
        hidden={{ orderId }}
        action={actions.cancel}
      />
    </>
  );
}
