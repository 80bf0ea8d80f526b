"use client";
import { useRouter } from "next/navigation";
import { useEffect, useReducer, useState, useTransition } from "react";
import type { Goods } from "@/lib/register/goods";
import type { ParkedView, SellActions } from "./actions";
import { changeBasket, emptyBasket, fromServer, toServer } from "./basket";
import { keep, readKept } from "./kept-basket";
import type { Till } from "./till";
import { useKeys } from "./use-keys";

type Setting = {
  till: Till;
  goods: Goods[];
  parked: ParkedView[];
  actions: SellActions;
  /** Only a browser knows what stood here before. */
  isBrowser: boolean;
};

/** The basket of a till, kept in the browser, and its ways on: to be charged, parked or resumed. */
export function useTillBasket({ till, goods, parked: before, actions, isBrowser }: Setting) {
  const [basket, change] = useReducer(changeBasket, null, () => {
    const kept = isBrowser ? readKept(till.id) : null;
    return kept === null ? emptyBasket : fromServer(kept, goods);
  });
  const [parked, setParked] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);
  const { charge, isOpening } = useCharge({ till, actions, setProblem });

  useEffect(() => {
    if (isBrowser) keep(till.id, toServer(basket));
  }, [till.id, basket, isBrowser]);

  async function park(label: string) {
    const answer = await actions.park({ till: till.id, label, basket: toServer(basket) });
    if (answer.is === "refused") return setProblem(answer.message);
    setParked(answer.value);
    change({ do: "clear" });
  }
  async function resume(id: string) {
    const answer = await actions.resume({ till: till.id, id });
    if (answer.is === "refused") return setProblem(answer.message);
    setParked(answer.value.parked);
    change({ do: "replace", basket: fromServer(answer.value.basket, goods) });
  }
  const chargeIt = (tipMinor: number) =>
    charge(toServer(basket), tipMinor, () => change({ do: "clear" }));
  return { basket, change, parked, park, resume, charge: chargeIt, isOpening, problem };
}

type Charging = Pick<Setting, "till" | "actions"> & {
  setProblem: (problem: string | null) => void;
};

function useCharge({ till, actions, setProblem }: Charging) {
  const [isOpening, startOpening] = useTransition();
  const keys = useKeys();
  const router = useRouter();
  const charge = (basket: ReturnType<typeof toServer>, tipMinor: number, onOpen: () => void) =>
    startOpening(async () => {
      setProblem(null);
      // A second press, or one after a lost answer, finds the sale of the first.
      const key = keys.of(JSON.stringify(basket), tipMinor);
      const answer = await actions.open({ till: till.id, key, basket, tipMinor }).catch(() => null);
      if (answer === null) return setProblem("The shop does not answer. Nothing was charged.");
      keys.forget();
      if (answer.is === "refused") return setProblem(answer.message);
      onOpen();
      keep(till.id, null);
      router.push(`/admin/register/sales/${answer.value.orderId}?till=${till.id}`);
    });
  return { charge, isOpening };
}
