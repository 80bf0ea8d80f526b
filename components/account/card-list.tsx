import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";

type Row = { id: string; name: string; expires: string; isExpired: boolean; isDefault: boolean };
type Action = (form: FormData) => Promise<void>;

type Props = {
  cards: readonly Row[];
  words: { standard: string; makeDefault: string; remove: string; expired: string };
  makeDefault: Action;
  remove: Action;
};

export function CardList({ cards, words, makeDefault, remove }: Props) {
  return (
    <ul className="flex flex-col gap-4">
      {cards.map(({ id, name, expires, isExpired, isDefault }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-lg border border-line bg-surface p-5"
        >
          <Icon name="card" className="size-7 text-muted" />
          <div className="min-w-48 flex-1">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {name} {isDefault && <Badge tone="info">{words.standard}</Badge>}
              {isExpired && <Badge tone="bad">{words.expired}</Badge>}
            </p>
            <p className="text-sm text-muted">{expires}</p>
          </div>
          <div className="flex gap-2">
            {!isDefault && (
              <CardForm id={id} action={makeDefault} label={words.makeDefault} card={name} />
            )}
            <CardForm id={id} action={remove} label={words.remove} card={name} danger />
          </div>
        </li>
      ))}
    </ul>
  );
}

type FormProps = { id: string; action: Action; label: string; card: string; danger?: boolean };

function CardForm({ id, action, label, card, danger }: FormProps) {
  return (
    <form action={action}>
      <input type="hidden" name="card" value={id} />
      <SubmitButton variant={danger ? "danger" : "secondary"} size="small">
        {label} <span className="sr-only">: {card}</span>
      </SubmitButton>
    </form>
  );
}
