"use client";
import { useEffect, useState, type FormEvent, type RefObject } from "react";
import { Icon } from "@/components/ui/icon";

type Props = {
  field: RefObject<HTMLInputElement | null>;
  q: string;
  setQ: (q: string) => void;
  /** What a scanner typed, or somebody who pressed Enter. False: nothing has this code. */
  take: (code: string) => Promise<boolean>;
};

/** One field searches the goods, and takes what a barcode scanner types. */
export function GoodsSearch({ field, q, setQ, take }: Props) {
  const [missing, setMissing] = useState<string | null>(null);
  useScanner(field);

  async function enter(event: FormEvent) {
    event.preventDefault();
    const code = q.trim();
    if (code === "") return;
    setMissing((await take(code)) ? null : code);
    field.current?.focus();
  }

  return (
    <>
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
    </>
  );
}

/**
 * A scanner is a keyboard that nobody points anywhere: what it types while no field has the focus goes
 * into this one, without a tablet's own keyboard in the way.
 */
function useScanner(field: RefObject<HTMLInputElement | null>) {
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
  }, [field]);
}
