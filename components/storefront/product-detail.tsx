import { Alert } from "@/components/ui/alert";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/inputs";
import { Price } from "@/components/ui/price";
import type { Choices } from "@/lib/catalog/choose-variant";
import type { ProductView, VariantView } from "@/lib/catalog/views";
import type { FormAction } from "@/lib/http/form";
import type { Translator } from "@/lib/i18n/translator";
import { formatMoney } from "@/lib/money/money";
import { AddToCartForm } from "./add-to-cart-form";
import { StockNote } from "./stock-note";
import { VariantPicker } from "./variant-picker";

type HeadProps = {
  product: ProductView;
  choices: Choices;
  addToCart: FormAction;
  t: Translator<"catalog">;
};

/** What it is, what it costs, which one, and the button. */
export function ProductHead({ product, choices, addToCart, t }: HeadProps) {
  const { title, subtitle } = product;
  const { variant, options } = choices;
  return (
    <>
      <div>
        <h1 className="text-3xl">{title}</h1>
        <p className="mt-1 text-lg text-muted">{subtitle}</p>
        {variant && (
          <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-1">
            <Price
              now={formatMoney(variant.price, t.tag)}
              before={variant.compareAt && formatMoney(variant.compareAt, t.tag)}
              words={{ now: t("now"), before: t("before") }}
              className="text-xl font-semibold"
            />
            <StockNote stock={variant.stock} t={t} />
          </div>
        )}
      </div>
      <VariantPicker options={options} t={t} />
      {variant && <Purchase key={variant.id} variant={variant} addToCart={addToCart} t={t} />}
      <Assurances t={t} />
    </>
  );
}

/** More at once than most people want, and few enough for a list. */
const longestChoice = 10;

type PurchaseProps = Pick<HeadProps, "addToCart" | "t"> & { variant: VariantView };

function Purchase({ variant, addToCart, t }: PurchaseProps) {
  const { id, price, stock, maxQuantity } = variant;
  if (stock.is === "sold_out") {
    return (
      <Alert tone="warn" title={t("soldOut")}>
        <p className="text-sm">{t("soldOutHint")}</p>
      </Alert>
    );
  }
  const quantities = Array.from({ length: Math.min(maxQuantity, longestChoice) }, (_, i) => i + 1);
  return (
    <AddToCartForm
      variantId={id}
      action={addToCart}
      words={{
        add: t("addToBag", { price: formatMoney(price, t.tag) }),
        adding: t("adding"),
        viewBag: t("viewBag"),
      }}
    >
      <Field name="quantity" label={t("quantity")} className="w-24 shrink-0">
        {(control) => (
          <Select {...control}>
            {quantities.map((quantity) => (
              <option key={quantity}>{quantity}</option>
            ))}
          </Select>
        )}
      </Field>
    </AddToCartForm>
  );
}

const assurances = [
  { icon: "ship", key: "assureShips" },
  { icon: "refund", key: "assureReturns" },
  { icon: "box", key: "assurePacked" },
] as const;

function Assurances({ t }: Pick<HeadProps, "t">) {
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {assurances.map(({ icon, key }) => (
        <li key={icon} className="flex items-center gap-3">
          <Icon name={icon} className="text-muted" />
          {t(key)}
        </li>
      ))}
    </ul>
  );
}

export function ProductDetails({ product }: { product: ProductView }) {
  const { paragraphs, details } = product;
  return (
    <>
      <div className="flex max-w-prose flex-col gap-4">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {details.length > 0 && <Facts items={details} />}
    </>
  );
}
