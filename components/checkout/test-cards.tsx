import { Icon } from "@/components/ui/icon";

const cards = [
  ["4242 4242 4242 4242", "pays at once"],
  ["4000 0025 0000 3155", "asks you to confirm (3-D Secure)"],
  ["4000 0000 0000 9995", "is declined: insufficient funds"],
  ["4000 0000 0000 0002", "is declined"],
] as const;

/** Only shown while the shop runs against its sandbox. */
export function TestCards() {
  return (
    <details className="group mb-6 rounded-md bg-info-soft text-sm text-ink">
      <summary className="flex min-h-11 items-center gap-2 px-4 py-2 [&::-webkit-details-marker]:hidden">
        <Icon name="info" className="text-info" />
        <span className="flex-1">
          <strong>Sandbox:</strong> no money moves. Which cards can I use?
        </span>
        <Icon name="chevronDown" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="px-4 pb-3">
        {cards.map(([number, effect]) => (
          <li key={number} className="py-0.5">
            <code className="font-mono whitespace-nowrap select-all">{number}</code> {effect}
          </li>
        ))}
        <li className="pt-1 text-muted">Any date to come, any three digits, any name.</li>
      </ul>
    </details>
  );
}
