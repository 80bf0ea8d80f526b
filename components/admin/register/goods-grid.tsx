"use client";
import { useDeferredValue, useRef, useState } from "react";
import type { Goods } from "@/lib/register/goods";
import { GoodsSearch } from "./goods-search";
import { GoodsTile } from "./goods-tile";
import type { Till } from "./till";

type Props = {
  till: Till;
  goods: readonly Goods[];
  inBasket: ReadonlyMap<string, number>;
  onAdd: (goods: Goods) => void;
  /** For what this page does not hold: a till keeps the first few hundred. */
  find: (q: string) => Promise<Goods[]>;
};

const said = (text: string) => text.toLowerCase().normalize("NFKD");

/** Those of a category (null: all) whose name or codes have every word. */
function fitting(goods: readonly Goods[], category: string | null, q: string): Goods[] {
  const words = said(q).split(/\s+/).filter(Boolean);
  return goods.filter((each) => {
    const text = said(`${each.title} ${each.variantTitle} ${each.sku} ${each.barcode ?? ""}`);
    const isThere = category === null || each.category === category;
    return isThere && words.every((word) => text.includes(word));
  });
}

/** The shop's goods as tiles. */
export function GoodsGrid({ till, goods, inBasket, onAdd, find }: Props) {
  const [q, setQ] = useState("");
  const [category, setCategory] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const visible = fitting(goods, category, useDeferredValue(q));

  async function take(code: string): Promise<boolean> {
    const isCode = (each: Goods) =>
      each.barcode === code || each.sku.toUpperCase() === code.toUpperCase();
    const fits = fitting(goods, category, code);
    const only = fits.length === 1 ? fits[0] : undefined;
    const known = goods.find(isCode) ?? only ?? (await find(code)).find(isCode);
    if (known === undefined) return false;
    onAdd(known);
    setQ("");
    return true;
  }

  return (
    <div className="min-w-0">
      <GoodsSearch field={field} q={q} setQ={setQ} take={take} />
      <CategoryChoice goods={goods} chosen={category} choose={setCategory} />
      {visible.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line-strong p-10 text-center text-muted">
          Nothing fits. Try another word, or press Enter to look it up by its code.
        </p>
      ) : (
        <ul className="grid grid-cols-2 gap-3 min-[30rem]:grid-cols-3 xl:grid-cols-4">
          {visible.map((each) => (
            <li key={each.variantId}>
              <GoodsTile
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

type ChoiceProps = {
  goods: readonly Goods[];
  /** Null: everything. */
  chosen: string | null;
  choose: (category: string | null) => void;
};

function CategoryChoice({ goods, chosen, choose }: ChoiceProps) {
  const categories = [...new Set(goods.map((each) => each.category))];
  return (
    <fieldset className="-mx-4 flex min-w-0 gap-2 overflow-x-auto px-4 py-3">
      <legend className="sr-only">Categories</legend>
      {[null, ...categories].map((each) => (
        <button
          key={each ?? "all"}
          type="button"
          aria-pressed={chosen === each}
          onClick={() => choose(each)}
          className="target shrink-0 rounded-full border border-line-strong bg-surface px-4 text-sm font-semibold hover:border-ink aria-pressed:border-solid aria-pressed:bg-solid aria-pressed:text-on-solid"
        >
          {each ?? "Everything"}
        </button>
      ))}
    </fieldset>
  );
}
