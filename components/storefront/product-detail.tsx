import { Alert } from "@/components/ui/alert";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { Icon, type IconName } from "@/components/ui/icon";
import { Select } from "@/components/ui/inputs";
import { Price } from "@/components/ui/price";
import type { Choices } from "@/lib/catalog/choose-variant";
import type { ProductView, VariantView } from "@/lib/catalog/views";
import type { FormAction } from "@/lib/http/form";
import { formatMoney } from "@/lib/money/money";
import { AddToCartForm } from "./add-to-cart-form";
import { StockNote } from "./stock-note";
import { VariantPicker } from "./variant-picker";

type HeadProps = { product: ProductView; choices: Choices; addToCart: FormAction };

/** What it is, what it costs, which one, and the button. */
export function ProductHead({ product, choices, addToCart }: HeadProps) {
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
              now={formatMoney(variant.price)}
              before={variant.compareAt && formatMoney(variant.compareAt)}
              className="text-xl font-semibold"
            />
            <StockNote stock={variant.stock} />
          </div>
        )}
      </div>
      <VariantPicker options={options} />
      {variant && <Purchase key={variant.id} variant={variant} addToCart={addToCart} />}
      <Assurances />
    </>
  );
}

/** More at once than most people want, and few enough for a list. */
const longestChoice = 10;

function Purchase({ variant, addToCart }: { variant: VariantView; addToCart: FormAction }) {
  const { id, price, stock, maxQuantity } = variant;
  if (stock.is === "sold_out") {
    return (
      <Alert tone="warn" title="Sold out">
        <p className="text-sm">This one is gone for now. Another choice above may still be here.</p>
      </Alert>
    );
  }
  const quantities = Array.from({ length: Math.min(maxQuantity, longestChoice) }, (_, i) => i + 1);
  return (
    <AddToCartForm variantId={id} action={addToCart} label={`Add to bag, ${formatMoney(price)}`}>
      <Field name="quantity" label="Quantity" className="w-24 shrink-0">
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

const assurances: { icon: IconName; words: string }[] = [
  { icon: "ship", words: "Leaves the quay on the next working day" },
  { icon: "refund", words: "Thirty days to change your mind" },
  { icon: "box", words: "Packed in paper, no plastic" },
];

function Assurances() {
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {assurances.map(({ icon, words }) => (
        <li key={icon} className="flex items-center gap-3">
          <Icon name={icon} className="text-muted" />
          {words}
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
