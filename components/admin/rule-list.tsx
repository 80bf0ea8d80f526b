import { Icon } from "@/components/ui/icon";

export type Rule = { id: number; text: string; violations: string[] };

function state(violations: number): string {
  if (violations === 0) return "Holds";
  return violations === 1 ? "1 violation" : `${violations} violations`;
}

/** The rules that must always hold, each with what breaks it. */
export function RuleList({ rules }: { rules: Rule[] }) {
  return (
    <ol aria-label="Rules" className="divide-y divide-line">
      {rules.map(({ id, text, violations }) => (
        <li key={id} className="flex gap-3 py-3 first:pt-0 last:pb-0">
          {violations.length === 0 ? (
            <Icon name="checkCircle" className="mt-0.5 text-good" />
          ) : (
            <Icon name="alert" className="mt-0.5 text-bad" />
          )}
          <div className="min-w-0 grow">
            <div className="flex flex-wrap justify-between gap-x-4">
              <p>{text}</p>
              <p className="text-sm text-muted">{state(violations.length)}</p>
            </div>
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
