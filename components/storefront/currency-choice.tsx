import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

const names: Readonly<Record<string, string>> = {
  USD: "$ US dollar",
  EUR: "€ Euro",
  GBP: "£ Pound sterling",
  JPY: "¥ Japanese yen",
};

type Props = { currency: string; currencies: readonly string[] };

/** A plain form that leads back to the page that it was sent from. */
export function CurrencyChoice({ currency, currencies }: Props) {
  return (
    <details className="group relative [&[open]>summary_svg]:rotate-180">
      <summary
        aria-label={`Currency: ${currency}`}
        className={cx(
          buttonClass({ variant: "quiet", size: "small" }),
          "list-none [&::-webkit-details-marker]:hidden",
        )}
      >
        {currency}
        <Icon name="chevronDown" className="size-4" />
      </summary>
      <form
        action="/currency"
        method="post"
        className="absolute right-0 z-40 mt-1 flex w-52 flex-col rounded-md border border-line bg-surface p-1 shadow-floating"
      >
        {currencies.map((code) => (
          <button
            key={code}
            name="currency"
            value={code}
            aria-current={code === currency ? "true" : undefined}
            className="target flex items-center justify-between rounded-sm px-3 text-left hover:bg-sunken aria-current:font-semibold"
          >
            {names[code] ?? code}
            {code === currency && <Icon name="check" />}
          </button>
        ))}
      </form>
    </details>
  );
}
