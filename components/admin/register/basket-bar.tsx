"use client";
import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { shown, type Till } from "./till";

type Props = { till: Till; count: number; totalMinor: number; basketId: string };

/** On a phone the basket stands below the goods: this says what is in it, and leads there. */
export function BasketBar({ till, count, totalMinor, basketId }: Props) {
  const isInView = useIsInView(basketId);
  if (count === 0 || isInView) return null;
  return (
    <a
      href={`#${basketId}`}
      className="fixed inset-x-4 bottom-4 z-30 flex min-h-14 items-center justify-between rounded-lg bg-solid px-5 font-semibold text-on-solid shadow-floating md:hidden"
    >
      <span>
        {count} in the basket <Icon name="chevronDown" className="inline size-4" />
      </span>
      <span className="tabular-nums">{shown(totalMinor, till.currency)}</span>
    </a>
  );
}

function useIsInView(id: string): boolean {
  const [isInView, setInView] = useState(false);
  useEffect(() => {
    const element = document.getElementById(id);
    if (element === null) return;
    const watcher = new IntersectionObserver(([entry]) =>
      setInView(entry?.isIntersecting === true),
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [id]);
  return isInView;
}
