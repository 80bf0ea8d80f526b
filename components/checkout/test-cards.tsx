import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/lib/i18n/translator";

const cards = [
  ["4242 4242 4242 4242", "cardPays"],
  ["4000 0025 0000 3155", "cardAsks"],
  ["4000 0000 0000 9995", "cardHasTooLittle"],
  ["4000 0000 0000 0002", "cardIsDeclined"],
] as const;

/** Only shown while the shop runs against its sandbox. */
export function TestCards({ t }: { t: Translator<"checkout"> }) {
  return (
    <details className="group mb-6 rounded-md bg-info-soft text-sm text-ink">
      <summary className="flex min-h-11 items-center gap-2 px-4 py-2 [&::-webkit-details-marker]:hidden">
        <Icon name="info" className="text-info" />
        <span className="flex-1">
          <strong>{t("sandbox")}</strong> {t("sandboxCards")}
        </span>
        <Icon name="chevronDown" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="px-4 pb-3">
        {cards.map(([number, effect]) => (
          <li key={number} className="py-0.5">
            <code className="font-mono whitespace-nowrap select-all">{number}</code> {t(effect)}
          </li>
        ))}
        <li className="pt-1 text-muted">{t("sandboxRest")}</li>
      </ul>
    </details>
  );
}
