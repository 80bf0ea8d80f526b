import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { Choices } from "@/lib/catalog/choose-variant";
import type { Translator } from "@/lib/i18n/translator";

/**
 * Every choice is an address, so it works without JavaScript, can be shared, and the Back button undoes
 * it. What is sold out can still be looked at.
 */
export function VariantPicker({
  options,
  t,
}: Pick<Choices, "options"> & { t: Translator<"catalog"> }) {
  return options.map(({ name, label, values }) => {
    const chosen = values.find(({ current }) => current)?.label;
    const labelId = `option-${name.toLowerCase()}`;
    return (
      <div key={name}>
        <p id={labelId} className="mb-2 text-sm">
          <span className="font-semibold">{label}</span>
          {chosen && <span className="text-muted"> {chosen}</span>}
        </p>
        <ul aria-labelledby={labelId} className="flex flex-wrap gap-2.5">
          {values.map(({ value, label: word, colour, href, current, soldOut }) => (
            <li key={value}>
              <Link
                href={href}
                scroll={false}
                replace
                aria-current={current ? "true" : undefined}
                className={cx(
                  "target relative inline-flex items-center justify-center gap-2.5 rounded-md border px-4 font-semibold",
                  current
                    ? "border-ink bg-surface ring-1 ring-ink"
                    : "border-line-strong bg-surface hover:border-ink",
                  soldOut && "text-muted line-through decoration-1",
                )}
              >
                {colour && (
                  <span
                    aria-hidden
                    className="size-5 rounded-full border border-line-strong"
                    style={{ background: colour }}
                  />
                )}
                {word}
                {soldOut && <span className="sr-only"> ({t("soldOut")})</span>}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
