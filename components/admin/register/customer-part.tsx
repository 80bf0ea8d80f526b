"use client";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/inputs";
import type { KnownCustomer } from "@/lib/register/find-customers";

type Props = {
  customer: KnownCustomer | null;
  find: (q: string) => Promise<KnownCustomer[]>;
  choose: (customer: KnownCustomer | null) => void;
};

const isEmail = (text: string) => /^\S+@\S+\.\S+$/.test(text.trim());

/** Who buys, where they want to be known: their receipt is mailed, and their cards on file can pay. */
export function CustomerPart({ customer, find, choose }: Props) {
  const [isOpen, setOpen] = useState(false);
  const take = (next: KnownCustomer | null) => {
    choose(next);
    setOpen(false);
  };
  if (customer !== null) return <Chosen customer={customer} drop={() => take(null)} />;
  if (isOpen) return <CustomerSearch find={find} take={take} />;
  return (
    <Button
      variant="quiet"
      size="small"
      className="-ml-3.5 self-start text-muted"
      onClick={() => setOpen(true)}
    >
      <Icon name="user" className="size-4.5" /> Add a customer
    </Button>
  );
}

function Chosen({ customer, drop }: { customer: KnownCustomer; drop: () => void }) {
  return (
    <div className="flex min-h-11 items-center gap-3">
      <Icon name="user" className="text-muted" />
      <p className="min-w-0 grow truncate text-sm">
        <span className="font-semibold">{customer.name || customer.email}</span>{" "}
        {customer.name && <span className="text-muted">{customer.email}</span>}
      </p>
      <Button variant="quiet" size="icon" onClick={drop}>
        <Icon name="close" className="size-4" label="Without a customer" />
      </Button>
    </div>
  );
}

type SearchProps = Pick<Props, "find"> & { take: (customer: KnownCustomer | null) => void };

function useSearch(find: Props["find"]) {
  const [q, setQ] = useState("");
  const [found, setFound] = useState<KnownCustomer[]>([]);
  const newest = useRef("");
  async function search(words: string) {
    setQ(words);
    newest.current = words;
    const known = words.trim().length < 2 ? [] : await find(words);
    // Answers can overtake each other: the one to what stands in the field now is shown.
    if (newest.current === words) setFound(known);
  }
  return { q, found, search };
}

function CustomerSearch({ find, take }: SearchProps) {
  const { q, found, search } = useSearch(find);
  const id = useId();
  const typed = q.trim().toLowerCase();
  const isNew = isEmail(q) && !found.some(({ email }) => email === typed);
  return (
    <div className="flex flex-col gap-2 py-1">
      <label htmlFor={id} className="text-sm font-semibold">
        Customer’s name or e-mail
      </label>
      <div className="flex gap-2">
        <Input
          id={id}
          value={q}
          autoComplete="off"
          inputMode="email"
          // The field appears because somebody asked for it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(event) => void search(event.target.value)}
        />
        <Button variant="quiet" size="icon" onClick={() => take(null)}>
          <Icon name="close" label="Close" />
        </Button>
      </div>
      <ul className="flex flex-col">
        {found.map((each) => (
          <li key={each.email}>
            <Choice onClick={() => take(each)} name={each.name} email={each.email} />
          </li>
        ))}
        {isNew && (
          <li>
            <Choice
              onClick={() => take({ name: "", email: typed })}
              name="New customer"
              email={q.trim()}
            />
          </li>
        )}
      </ul>
    </div>
  );
}

function Choice({ name, email, onClick }: KnownCustomer & { onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="target flex w-full flex-col items-start justify-center rounded-md px-3 py-1.5 text-left text-sm hover:bg-sunken"
    >
      <span className="font-semibold">{name}</span>
      <span className="text-muted">{email}</span>
    </button>
  );
}
