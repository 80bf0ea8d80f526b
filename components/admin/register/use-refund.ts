"use client";
import { useState } from "react";
import { parseMajor } from "@/lib/money/money";
import type { PayActions } from "./actions";
import { shown, type Till } from "./till";
import type { SaleInHand } from "./use-sale";

type Setting = { till: Till; hand: SaleInHand; actions: PayActions };

/** What is being given back of a sale: of which payment, how much, and where to. */
export function useRefund({ till, hand, actions }: Setting) {
  const { sale, ask, keyOf } = hand;
  const refundable = sale.payments.filter(({ refundableMinor }) => refundableMinor > 0);
  const [paymentId, setPayment] = useState("");
  const [wanted, setInto] = useState<"same" | "cash">("same");
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState<string | null>(null);
  const payment = refundable.find(({ id }) => id === paymentId) ?? refundable[0];
  const mostMinor = payment?.refundableMinor ?? 0;
  const minor = typed === "" ? mostMinor : parseMajor(typed, till.currency);
  const amountMinor = minor !== null && minor > 0 && minor <= mostMinor ? minor : null;
  const into = payment?.tender === "offline" ? "cash" : wanted;

  async function send() {
    if (amountMinor === null || payment === undefined) return;
    const key = keyOf("refund", payment.id, amountMinor, into);
    const asked = { till: till.id, orderId: sale.orderId, paymentId: payment.id, amountMinor };
    const after = await ask(() => actions.refund({ ...asked, into, key }));
    if (after === null) return;
    setTyped("");
    const where =
      into === "cash" ? "Take it from the drawer." : "Banks need a few days to show it.";
    setSaid(`${shown(amountMinor, till.currency)} is given back. ${where}`);
  }

  const fields = { typed, setTyped, setPayment, into, setInto };
  return { refundable, payment, mostMinor, amountMinor, said, send, ...fields };
}
