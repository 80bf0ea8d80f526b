"use client";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Img } from "@/components/ui/img";
import type { Goods } from "@/lib/register/goods";
import { shown, type Till } from "./till";

type Props = {
  till: Till;
  goods: Goods;
  /** How many of it are in the basket. */
  count: number;
  onAdd: (goods: Goods) => void;
};

/** One thing that can be sold: a tap puts it into the basket. */
export function GoodsTile({ till, goods, count, onAdd }: Props) {
  const { title, variantTitle, imageUrl, priceMinor, available } = goods;
  const isOut = available !== null && available <= count;
  return (
    <button
      type="button"
      disabled={isOut}
      onClick={() => onAdd(goods)}
      className={cx(
        "group relative flex h-full w-full flex-col overflow-clip rounded-lg border bg-surface text-left",
        "transition-transform active:scale-[0.98] motion-reduce:active:scale-100",
        count > 0 ? "border-ink ring-1 ring-ink" : "border-line hover:border-ink",
        isOut && "cursor-not-allowed opacity-55",
      )}
    >
      {imageUrl && (
        <Img
          src={imageUrl}
          alt=""
          width={400}
          height={300}
          className="aspect-4/3 w-full bg-sunken object-cover"
        />
      )}
      <span className="flex grow flex-col p-2.5">
        <span className="text-sm leading-snug font-semibold">{title}</span>
        {variantTitle && <span className="text-xs text-muted">{variantTitle}</span>}
        <span className="mt-auto flex flex-wrap items-center justify-between gap-x-2 gap-y-1 pt-1.5 text-sm tabular-nums">
          {shown(priceMinor, till.currency)}
          <Stock available={available} count={count} />
        </span>
      </span>
      {count > 0 && (
        <span className="absolute top-2 right-2 min-w-7 rounded-full bg-accent px-2 text-center text-sm leading-7 font-bold text-on-accent tabular-nums">
          {count}
          <span className="sr-only"> in the basket</span>
        </span>
      )}
    </button>
  );
}

function Stock({ available, count }: { available: number | null; count: number }) {
  if (available === null) return null;
  if (available === 0) return <Badge>Sold out</Badge>;
  const left = available - count;
  return (
    <span className={cx("text-xs", left <= 5 ? "font-semibold text-warn" : "text-muted")}>
      {left} left
    </span>
  );
}
