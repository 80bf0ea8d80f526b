"use client";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { TillSale } from "@/lib/register/till-view";
import type { Outcome } from "./actions";
import { useKeys, type Keys } from "./use-keys";

const pollMs = 1_000;

type Asked = () => Promise<Outcome<TillSale>>;

export type SaleInHand = {
  sale: TillSale;
  /** Something was asked and is not answered yet: nothing else can be pressed. */
  isBusy: boolean;
  problem: string | null;
  setProblem: (problem: string | null) => void;
  setSale: (sale: TillSale) => void;
  /** Asks the server and shows the sale as it stands then. Null: refused, or no answer came. */
  ask: (asked: Asked) => Promise<TillSale | null>;
  /** Of what moves money: the same until an answer came or the sale has changed. */
  keyOf: Keys["of"];
};

const noAnswer =
  "The shop does not answer. What was paid is not lost: this page asks again by itself.";

/** The sale of this page, and everything that is asked about it. */
export function useSale(first: TillSale, look: Asked): SaleInHand {
  const [sale, setSale] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLost, setLost] = useState(false);
  const running = useRef(false);
  const keys = useKeys();

  const ask = useCallback(
    async (asked: Asked): Promise<TillSale | null> => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setProblem(null);
      try {
        const answer = await asked();
        keys.forget();
        setLost(false);
        if (answer.is === "refused") {
          setProblem(answer.message);
          return null;
        }
        setSale(answer.value);
        return answer.value;
      } catch {
        setLost(true);
        setProblem(noAnswer);
        return null;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [keys],
  );

  const found = useCallback((after: TillSale) => {
    setSale(after);
    setLost(false);
    setProblem((before) => (before === noAnswer ? null : before));
  }, []);
  usePolling({ isOn: isLost || isOpen(sale), look, found, running });

  const keyOf: Keys["of"] = (...question) => keys.of(stateOf(sale), ...question);
  return { sale, isBusy, problem, setProblem, setSale, ask, keyOf };
}

const isOpen = ({ payments }: TillSale) =>
  payments.some(
    ({ state, readerRef }) => state === "checking" || (state === "waiting" && readerRef !== null),
  );

const stateOf = ({ payments }: TillSale) =>
  JSON.stringify(payments.map(({ id, state, refundedMinor }) => [id, state, refundedMinor]));

type Polling = {
  isOn: boolean;
  look: Asked;
  found: (sale: TillSale) => void;
  /** Something is asked just now, and its answer is newer than ours. */
  running: RefObject<boolean>;
};

/**
 * While something of a sale is open at a gateway or a reader, or the network was away, the server is asked
 * again each second, so that a lost answer ends as what it was.
 */
function usePolling({ isOn, look, found, running }: Polling) {
  useEffect(() => {
    if (!isOn) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    const again = async () => {
      const answer = running.current ? null : await look().catch(() => null);
      if (isOver) return;
      if (answer?.is === "done") found(answer.value);
      timer = setTimeout(again, pollMs);
    };
    timer = setTimeout(again, pollMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isOn, look, found, running]);
}
