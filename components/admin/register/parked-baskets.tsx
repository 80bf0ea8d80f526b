"use client";
import { useState, useTransition, type FormEvent } from "react";
import { Moment } from "@/components/admin/moment";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/inputs";
import type { ParkedView } from "./actions";

type Props = {
  parked: ParkedView[];
  canPark: boolean;
  park: (label: string) => Promise<void>;
  resume: (id: string) => Promise<void>;
};

/** Somebody forgot the milk: their basket waits here, for this till or another. */
export function ParkedBaskets({ parked, canPark, park, resume }: Props) {
  const [label, setLabel] = useState("");
  const [isBusy, start] = useTransition();
  function send(event: FormEvent) {
    event.preventDefault();
    const name = label.trim() || `Basket ${parked.length + 1}`;
    start(() => park(name));
    setLabel("");
  }
  if (!canPark && parked.length === 0) return null;
  return (
    <section
      aria-labelledby="parked-title"
      className="rounded-lg border border-line bg-surface p-4"
    >
      <h2 id="parked-title" className="text-base">
        Parked baskets
      </h2>
      {parked.length > 0 && (
        <ul className="mt-1 divide-y divide-line">
          {parked.map((each) => (
            <Parked
              key={each.id}
              parked={each}
              isDisabled={isBusy || canPark}
              resume={() => start(() => resume(each.id))}
            />
          ))}
        </ul>
      )}
      {canPark && (
        <form onSubmit={send} className="mt-2 flex gap-2">
          <Input
            aria-label="Name of the parked basket"
            placeholder="Woman in the red coat"
            value={label}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setLabel(event.target.value)}
          />
          <Button type="submit" variant="secondary" disabled={isBusy}>
            <Icon name="clock" className="size-4.5" /> Park
          </Button>
        </form>
      )}
    </section>
  );
}

type ParkedProps = { parked: ParkedView; isDisabled: boolean; resume: () => void };

function Parked({ parked: { label, createdAt }, isDisabled, resume }: ParkedProps) {
  return (
    <li className="flex items-center gap-3 py-1.5">
      <p className="min-w-0 grow truncate text-sm">
        <span className="font-semibold">{label}</span>{" "}
        <Moment at={new Date(createdAt)} className="text-muted" />
      </p>
      <Button variant="secondary" size="small" disabled={isDisabled} onClick={resume}>
        Resume<span className="sr-only"> {label}</span>
      </Button>
    </li>
  );
}
