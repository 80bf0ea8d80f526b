"use client";
import type { FormAction } from "@/lib/http/form";
import { OperationDialog } from "./operation-dialog";

type Props = { orderId: string; isOpen: boolean; action: FormAction };

/** What a merchant can do about a part that somebody paid and left. */
export function CallOff({ orderId, isOpen, action }: Props) {
  return (
    <OperationDialog
      opener="Cancel and give back"
      openerLook={{ variant: "danger" }}
      isAvailable={isOpen}
      title="Cancel the order and give the money back"
      lead="All that was paid of it goes back to where it came from, and its goods can be sold again. Wait instead when the shopper is still to pay the rest."
      submit="Give it back"
      pending="Giving it back…"
      hidden={{ orderId }}
      action={action}
    />
  );
}
