import { cx } from "@/components/ui/cx";
import { Icon, type IconName } from "@/components/ui/icon";

export type Tender = "reader" | "file" | "cash" | "other";

const tenders: { is: Tender; label: string; icon: IconName }[] = [
  { is: "reader", label: "Card", icon: "terminal" },
  { is: "cash", label: "Cash", icon: "receipt" },
  { is: "file", label: "Card on file", icon: "card" },
  { is: "other", label: "Other", icon: "edit" },
];

type Props = {
  chosen: Tender;
  /** A card is waited for: another tender comes after it, or after it was cancelled. */
  isFixed: boolean;
  choose: (tender: Tender) => void;
};

export function TenderChoice({ chosen, isFixed, choose }: Props) {
  return (
    <fieldset className="mb-4 grid min-w-0 grid-cols-2 gap-2 sm:grid-cols-4">
      <legend className="sr-only">Paid by</legend>
      {tenders.map(({ is, label, icon }) => (
        <button
          key={is}
          type="button"
          aria-pressed={chosen === is}
          disabled={isFixed && chosen !== is}
          onClick={() => choose(is)}
          className={cx(
            "flex min-h-18 flex-col items-center justify-center gap-1 rounded-lg border text-sm font-semibold disabled:opacity-50",
            chosen === is
              ? "border-solid bg-solid text-on-solid"
              : "border-line-strong bg-surface hover:border-ink",
          )}
        >
          <Icon name={icon} className="size-6" />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
