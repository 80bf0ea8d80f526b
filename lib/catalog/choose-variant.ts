import type { ProductView, VariantView } from "./views";

export type Choice = {
  value: string;
  label: string;
  colour: string | null;
  /** Where the same product stands with this value chosen. */
  href: string;
  current: boolean;
  soldOut: boolean;
};

export type Choices = {
  variant: VariantView | null;
  options: { name: string; label: string; values: Choice[] }[];
};

type Value = ProductView["options"][number]["values"][number];
type Params = Record<string, string | string[] | undefined>;

/** "Colour" stands in the address as `colour`. */
const paramOf = (name: string) => name.toLowerCase().replaceAll(/\W+/g, "-");

const fits = (variant: VariantView, wanted: Record<string, string>) =>
  Object.entries(wanted).every(([name, value]) => variant.options[name] === value);

/** The best of them: one that can be bought, else the first. */
const best = (variants: VariantView[]) =>
  variants.find(({ stock }) => stock.is !== "sold_out") ?? variants[0] ?? null;

/**
 * Which variant the address means, and where every other choice leads. What the address leaves open,
 * or says wrongly, is filled in with something that can be bought.
 */
export function chooseVariant(product: ProductView, params: Params): Choices {
  const { variants, options } = product;
  const asked: Record<string, string> = {};
  for (const { name, values } of options) {
    const said = params[paramOf(name)];
    const known = values.find(({ value }) => value === said);
    const narrowed = known ? { ...asked, [name]: known.value } : asked;
    if (known && variants.some((variant) => fits(variant, narrowed))) asked[name] = known.value;
  }
  const variant = best(variants.filter((candidate) => fits(candidate, asked)));

  const choice = (name: string, { value, label, colour }: Value): Choice => {
    const wanted = { ...variant?.options, [name]: value };
    const exact = variants.filter((candidate) => fits(candidate, wanted));
    const target = best(exact) ?? best(variants.filter((one) => fits(one, { [name]: value })));
    return {
      value,
      label,
      colour,
      href: variantHref(product.slug, target?.options ?? wanted),
      current: variant?.options[name] === value,
      soldOut: target === null || target.stock.is === "sold_out",
    };
  };
  return {
    variant,
    options: options.map(({ name, label, values }) => ({
      name,
      label,
      values: values.map((value) => choice(name, value)),
    })),
  };
}

/** The address of a product with this variant chosen. */
export function variantHref(slug: string, options: Record<string, string>): string {
  const query = new URLSearchParams(
    Object.entries(options).map(([name, value]) => [paramOf(name), value]),
  );
  return query.size > 0 ? `/products/${slug}?${query}` : `/products/${slug}`;
}
