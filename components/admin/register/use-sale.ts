"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { TillSale } from "@/lib/register/till-view";
import type { Outcome } from "./actions";

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
};

const noAnswer =
  "The shop does not answer. What was paid is not lost: this page asks again by itself.";

/**
 * The sale of this page. While something of it is open at a gateway or a reader, or the network was away,
 * the server is asked again each second, so that a lost answer ends as what it was.
 */
export function useSale(first: TillSale, look: Asked): SaleInHand {
  const [sale, setSale] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLost, setLost] = useState(false);
  const running = useRef(false);

  const ask = useCallback(async (asked: Asked): Promise<TillSale | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await asked();
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
  }, []);

  const isOpen = sale.payments.some(
    ({ state, readerRef }) => state === "checking" || (state === "waiting" && readerRef !== null),
  );
  const mustLook = isLost || isOpen;
  useEffect(() => {
    if (!mustLook) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    const again = async () => {
      const answer = running.current ? null : await look().catch(() => null);
      if (isOver) return;
      if (answer?.is === "done") {
        setSale(answer.value);
        setLost(false);
        setProblem((before) => (before === noAnswer ? null : before));
      }
      timer = setTimeout(again, pollMs);
    };
    timer = setTimeout(again, pollMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [mustLook, look]);

  return { sale, isBusy, problem, setProblem, setSale, ask };
}
