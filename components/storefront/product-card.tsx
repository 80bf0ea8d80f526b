import { Img } from "@/components/ui/img";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { Price } from "@/components/ui/price";
import type { ProductCardView } from "@/lib/catalog/views";
import type { Translator } from "@/lib/i18n/translator";
import { formatMoney } from "@/lib/money/money";

type Props = {
  product: ProductCardView;
  eager?: boolean;
  as?: "h2" | "h3";
  t: Translator<"catalog">;
};

export function ProductCard({ product, eager, as: Heading = "h2", t }: Props) {
  const { href, title, subtitle, picture, price, compareAt, priceVaries, swatches, soldOut } =
    product;
  const now = formatMoney(price, t.tag);
  return (
    <article className="group relative flex flex-col">
      <div className="relative overflow-clip rounded-lg bg-sunken">
        {picture && (
          <Img
            src={picture.url}
            alt=""
            width={800}
            height={1000}
            loading={eager ? "eager" : "lazy"}
            className={cx(
              "aspect-4/5 w-full object-cover transition-transform duration-500 group-hover:scale-[1.03]",
              soldOut && "opacity-60 saturate-50",
            )}
          />
        )}
        <div className="absolute top-3 left-3 flex gap-2">
          {soldOut && <Badge>{t("soldOut")}</Badge>}
          {!soldOut && compareAt && <Badge tone="accent">{t("reduced")}</Badge>}
        </div>
      </div>
      <div className="flex items-start justify-between gap-3 pt-3">
        <div className="min-w-0">
          <Heading className="text-base leading-snug font-semibold">
            <Link
              href={href}
              className="underline-offset-4 group-hover:underline after:absolute after:inset-0"
            >
              {title}
            </Link>
          </Heading>
          <p className="text-sm text-muted">{subtitle}</p>
        </div>
        <Swatches swatches={swatches} label={t("colours")} />
      </div>
      <p className="mt-1 text-sm font-semibold">
        {priceVaries && <span className="font-normal text-muted">{t("from")} </span>}
        <Price
          now={now}
          before={compareAt && formatMoney(compareAt, t.tag)}
          words={{ now: t("now"), before: t("before") }}
        />
      </p>
    </article>
  );
}

function Swatches({ swatches, label }: Pick<ProductCardView, "swatches"> & { label: string }) {
  if (swatches.length < 2) return null;
  return (
    <ul aria-label={label} className="mt-1 flex shrink-0 gap-1">
      {swatches.map(({ value, label: name, colour }) => (
        <li
          key={value}
          className="size-4 rounded-full border border-line-strong"
          style={{ background: colour }}
        >
          <span className="sr-only">{name}</span>
        </li>
      ))}
    </ul>
  );
}

type GridProps = Pick<Props, "as" | "t"> & {
  products: ProductCardView[];
  label: string;
  /** How many stand in the first view of the page: the rest may wait for what shoppers look at first. */
  inView?: number;
};

export function ProductGrid({ products, label, inView = 0, as, t }: GridProps) {
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4 lg:gap-y-12"
    >
      {products.map((product, i) => (
        <li key={product.slug}>
          <ProductCard product={product} eager={i < inView} as={as} t={t} />
        </li>
      ))}
    </ul>
  );
}
