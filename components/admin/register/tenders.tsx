"use client";
import { useState } from "react";
import type { TillSale } from "@/lib/register/till-view";
import { parseMajor } from "@/lib/money/money";
import type { PayActions } from "./actions";
import { CardOnFile } from "./card-on-file";
import { CardTender } from "./card-tender";
import { CashTender } from "./cash-tender";
import { PartField } from "./part-field";
import { ServerCardTender } from "./server-card-tender";
import { TenderChoice, type Tender } from "./tender-choice";
import type { Till } from "./till";
import type { SaleInHand } from "./use-sale";

type Props = {
  till: Till;
  hand: SaleInHand;
  actions: PayActions;
  setChange: (minor: number) => void;
};

/** The ways to pay what is left of a sale, or a part of it. */
export function Tenders({ till, hand, actions, setChange }: Props) {
  const { sale, isBusy } = hand;
  const waiting = sale.payments.find(({ state }) => state === "waiting");
  const [chosen, setChosen] = useState<Tender>("reader");
  const tender = waiting ? (waiting.tender === "reader" ? "reader" : "file") : chosen;
  const [typed, setTyped] = useState("");
  const dueMinor = partOf(sale, typed);
  const panel = { till, hand, amountMinor: dueMinor, actions };

  async function payOffline(name: string, tenderedMinor: number) {
    if (dueMinor === null) return;
    const key = hand.keyOf("offline", name, dueMinor, tenderedMinor);
    const asked = { till: till.id, orderId: sale.orderId, tender: name, tenderedMinor, key };
    const after = await hand.ask(async () => {
      const answer = await actions.payOffline({ ...asked, amountMinor: dueMinor });
      if (answer.is === "refused") return answer;
      setChange(answer.value.changeMinor);
      return { is: "done", value: answer.value.sale };
    });
    if (after !== null) setTyped("");
  }

  return (
    <>
      <TenderChoice chosen={tender} isFixed={waiting !== undefined} choose={setChosen} />
      {!waiting && (
        <PartField
          till={till}
          leftMinor={sale.leftMinor}
          typed={typed}
          setTyped={setTyped}
          isRight={dueMinor !== null}
        />
      )}
      {tender === "reader" && till.readerMode === "browser" && <CardTender {...panel} />}
      {tender === "reader" && till.readerMode === "server" && <ServerCardTender {...panel} />}
      {tender === "file" && <CardOnFile {...panel} />}
      {(tender === "cash" || tender === "other") && (
        <CashTender
          key={tender}
          till={till}
          is={tender}
          dueMinor={dueMinor ?? sale.leftMinor}
          isBusy={isBusy || dueMinor === null}
          pay={(name, minor) => void payOffline(name, minor)}
        />
      )}
    </>
  );
}

/** What is typed of what is left. Null: it is no part of it. */
function partOf({ leftMinor, currency }: TillSale, typed: string): number | null {
  const part = typed === "" ? leftMinor : parseMajor(typed, currency);
  return part !== null && part > 0 && part <= leftMinor ? part : null;
}
