import { Img } from "@/components/ui/img";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Price } from "@/components/ui/price";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import type { CartLineView } from "@/lib/cart/views";
import type { Translator } from "@/lib/i18n/translator";
import { formatMoney } from "@/lib/money/money";
import { CartLineForm } from "./cart-forms";

/** Stands inside `CartForms`. */
export function CartLines({ lines, t }: { lines: CartLineView[]; t: Translator<"bag"> }) {
  return (
    <ul aria-label={t("inBag")} className="divide-y divide-line border-y border-line">
      {lines.map((line, at) => (
        <CartLine key={line.variantId} line={line} isInView={at < 4} t={t} />
      ))}
    </ul>
  );
}

type LineProps = { line: CartLineView; t: Translator<"bag"> };

function CartLine({ line, isInView, t }: LineProps & { isInView: boolean }) {
  const { title, variantTitle, href, imageUrl, quantity, problem } = line;
  const { unitPrice, compareAt, total } = line;
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-x-4 py-5 sm:grid-cols-[7rem_1fr_auto] sm:gap-x-6">
      <Link href={href} tabIndex={-1} aria-hidden className="row-span-2 sm:row-span-1">
        {imageUrl && (
          <Img
            src={imageUrl}
            alt=""
            width={800}
            height={1000}
            loading={isInView ? "eager" : "lazy"}
            className="aspect-4/5 w-full rounded-md object-cover"
          />
        )}
      </Link>
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="text-base leading-snug font-semibold">
          <Link
            href={href}
            className="-my-2.5 inline-flex min-h-11 items-center underline-offset-4 hover:underline"
          >
            {title}
          </Link>
        </h2>
        {variantTitle && <p className="text-sm text-muted">{variantTitle}</p>}
        {unitPrice && (
          <p className="text-sm text-muted">
            <Price
              now={formatMoney(unitPrice, t.tag)}
              before={compareAt && formatMoney(compareAt, t.tag)}
            />
            {quantity > 1 && ` ${t("each")}`}
          </p>
        )}
        <LineControls line={line} t={t} />
        {problem && (
          <p className="mt-1 flex items-start gap-1.5 text-sm font-semibold text-bad">
            <Icon name="alert" className="mt-0.5 size-4" />
            {problem}
          </p>
        )}
      </div>
      <p className="mt-2 text-lg font-semibold tabular-nums sm:mt-0 sm:text-right">
        {total && formatMoney(total, t.tag)}
      </p>
    </li>
  );
}

function LineControls({ line, t }: LineProps) {
  const { variantId, title, variantTitle, quantity, maxQuantity } = line;
  const name = variantTitle ? `${title}, ${variantTitle}` : title;
  return (
    <div className="mt-2">
      <CartLineForm label={name}>
        <input type="hidden" name="variantId" value={variantId} />
        <QuantityStepper
          id={`quantity-${variantId}`}
          value={quantity}
          min={1}
          max={maxQuantity}
          label={t("quantityOf", { name })}
          words={{ fewer: t("fewer", { name }), more: t("more", { name }) }}
        />
        <Button
          type="submit"
          name="remove"
          value="1"
          variant="quiet"
          size="small"
          className="-ml-2"
        >
          <Icon name="trash" className="size-4" />
          {t("remove")}
          <span className="sr-only"> {name}</span>
        </Button>
      </CartLineForm>
    </div>
  );
}
