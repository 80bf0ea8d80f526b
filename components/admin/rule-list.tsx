import { Icon } from "@/components/ui/icon";

export type Rule = { id: number; text: string; violations: string[] };

/** The rules that must always hold, each with what breaks it. */
export function RuleList({ rules }: { rules: Rule[] }) {
  return (
    <ol aria-label="Rules" className="divide-y divide-line">
      {rules.map(({ id, text, violations }) => (
        <li key={id} className="flex gap-3 py-3 first:pt-0 last:pb-0">
          {violations.length === 0 ? (
            <Icon name="checkCircle" label="Holds" className="mt-0.5 text-good" />
          ) : (
            <Icon name="alert" label="Broken" className="mt-0.5 text-bad" />
          )}
          <div className="min-w-0">
            <p>{text}</p>
            {violations.map((violation) => (
              <p key={violation} className="mt-1 text-sm break-words text-bad">
                {violation}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
