"use client";
import { useDeferredValue, useEffect, useRef, useState, type FormEvent } from "react";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Img } from "@/components/ui/img";
import type { Goods } from "@/lib/register/goods";
import { shown, type Till } from "./till";

type Props = {
  till: Till;
  goods: readonly Goods[];
  inBasket: ReadonlyMap<string, number>;
  onAdd: (goods: Goods) => void;
  /** For what this page does not hold: a till keeps the first few hundred. */
  find: (q: string) => Promise<Goods[]>;
};

const said = (text: string) => text.toLowerCase().normalize("NFKD");

/** The shop's goods as tiles. One field searches them, and takes what a barcode scanner types. */
export function GoodsGrid({ till, goods, inBasket, onAdd, find }: Props) {
  const [q, setQ] = useState("");
  const [category, setCategory] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const words = said(useDeferredValue(q)).split(/\s+/).filter(Boolean);
  const categories = [...new Set(goods.map((each) => each.category))];
  const visible = goods.filter((each) => {
    const text = said(`${each.title} ${each.variantTitle} ${each.sku} ${each.barcode ?? ""}`);
    return (
      (category === null || each.category === category) &&
      words.every((word) => text.includes(word))
    );
  });

  // A scanner is a keyboard that nobody points anywhere: what it types while no field has the focus
  // goes into this one, without a tablet's own keyboard in the way.
  useEffect(() => {
    const toField = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      const isTyped = key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
      const isField =
        target instanceof HTMLElement && target.closest("input, select, textarea, dialog") !== null;
      if (isTyped && !isField) field.current?.focus();
    };
    document.addEventListener("keydown", toField);
    return () => document.removeEventListener("keydown", toField);
  }, []);

  /** A scanner types the code and presses Enter. */
  async function enter(event: FormEvent) {
    event.preventDefault();
    const code = q.trim();
    if (code === "") return;
    const isCode = (each: Goods) =>
      each.barcode === code || each.sku.toUpperCase() === code.toUpperCase();
    const only = visible.length === 1 ? visible[0] : undefined;
    const known = goods.find(isCode) ?? only ?? (await find(code)).find(isCode);
    setMissing(known ? null : code);
    if (known) {
      onAdd(known);
      setQ("");
    }
    field.current?.focus();
  }

  return (
    <div className="min-w-0">
      <form onSubmit={enter} className="relative">
        <label htmlFor="goods-search" className="sr-only">
          Search goods, or scan a barcode
        </label>
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-muted"
        />
        <input
          ref={field}
          id="goods-search"
          value={q}
          onChange={(event) => setQ(event.target.value)}
          placeholder="Search, or scan a barcode"
          autoComplete="off"
          enterKeyHint="done"
          className="min-h-12 w-full rounded-md border border-line-strong bg-surface pr-3 pl-11 text-base placeholder:text-muted hover:border-ink"
        />
      </form>
      <output className="block text-sm font-semibold text-bad not-empty:pt-2">
        {missing !== null && `Nothing here has the code ${missing}.`}
      </output>
      <fieldset className="-mx-4 flex min-w-0 gap-2 overflow-x-auto px-4 py-3">
        <legend className="sr-only">Categories</legend>
        {[null, ...categories].map((each) => (
          <button
            key={each ?? "all"}
            type="button"
            aria-pressed={category === each}
            onClick={() => setCategory(each)}
            className="target shrink-0 rounded-full border border-line-strong bg-surface px-4 text-sm font-semibold hover:border-ink aria-pressed:border-solid aria-pressed:bg-solid aria-pressed:text-on-solid"
          >
            {each ?? "Everything"}
          </button>
        ))}
      </fieldset>
      {visible.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line-strong p-10 text-center text-muted">
          Nothing fits. Try another word, or press Enter to look it up by its code.
        </p>
      ) : (
        <ul className="grid grid-cols-2 gap-3 min-[30rem]:grid-cols-3 xl:grid-cols-4">
          {visible.map((each) => (
            <li key={each.variantId}>
              <Tile
                till={till}
                goods={each}
                count={inBasket.get(each.variantId) ?? 0}
                onAdd={onAdd}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type TileProps = Pick<Props, "till" | "onAdd"> & { goods: Goods; count: number };

function Tile({ till, goods, count, onAdd }: TileProps) {
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
