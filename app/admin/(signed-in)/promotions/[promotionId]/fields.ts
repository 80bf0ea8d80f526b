import type { RecordField } from "@/components/admin/record-form";
import { currencySchema, shopCurrencies } from "@/lib/money/currency";
import { toMajor } from "@/lib/money/money";
import { timeField } from "@/lib/money/typed";
import type { findPromotionForEdit, findTargets } from "@/lib/promotions/queries";

type Promotion = Awaited<ReturnType<typeof findPromotionForEdit>>;
type Targets = Awaited<ReturnType<typeof findTargets>>;

const kinds = [
  { value: "percent", label: "A percentage" },
  { value: "amount", label: "An amount" },
  { value: "free_shipping", label: "Free shipping" },
];

const currencies = shopCurrencies.map((value) => ({ value, label: value }));

export function promotionFields(promotion: Promotion, targets: Targets): RecordField[] {
  const currency = currencySchema.parse(
    promotion?.currency ?? promotion?.minimumCurrency ?? shopCurrencies[0],
  );
  const major = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? "" : toMajor({ minor, currency });
  const count = (number: number | null | undefined) => (number ? String(number) : "");
  const percent = promotion?.basisPoints ? String(promotion.basisPoints / 100) : "";
  return [
    { kind: "text", name: "code", label: "Code", value: promotion?.code, required: true },
    { kind: "text", name: "name", label: "Name", value: promotion?.name, required: true },
    {
      kind: "select",
      name: "kind",
      label: "Takes off",
      value: promotion?.kind ?? "percent",
      options: kinds,
    },
    {
      kind: "select",
      name: "currency",
      label: "Currency of its amounts",
      value: currency,
      options: currencies,
    },
    { kind: "decimal", name: "percent", label: "Percentage", value: percent },
    { kind: "decimal", name: "amount", label: "Amount", value: major(promotion?.amountMinor) },
    {
      kind: "decimal",
      name: "minimum",
      label: "Goods cost at least",
      hint: "Empty: any order.",
      value: major(promotion?.minimumMinor),
    },
    {
      kind: "lines",
      name: "targets",
      label: "Only for",
      hint: "Addresses (slugs) of products or categories, one a line. Empty: all goods.",
      value: slugsOf(promotion, targets),
    },
    {
      kind: "text",
      name: "usageLimit",
      label: "Orders that may use it",
      hint: "Empty: any number.",
      value: count(promotion?.usageLimit),
    },
    {
      kind: "text",
      name: "perEmailLimit",
      label: "Orders of one e-mail",
      hint: "Empty: any number.",
      value: count(promotion?.perEmailLimit),
    },
    {
      kind: "date",
      name: "startsAt",
      label: "Begins (UTC)",
      value: timeField(promotion?.startsAt ?? null),
    },
    {
      kind: "date",
      name: "endsAt",
      label: "Ends (UTC)",
      value: timeField(promotion?.endsAt ?? null),
    },
    {
      kind: "checkbox",
      name: "firstOrderOnly",
      label: "Only for a first order",
      checked: promotion?.firstOrderOnly ?? false,
    },
    {
      kind: "checkbox",
      name: "combines",
      label: "May be used beside other codes",
      checked: promotion?.combines ?? true,
    },
    { kind: "checkbox", name: "active", label: "Active", checked: promotion?.active ?? true },
  ];
}

function slugsOf(promotion: Promotion, { products, categories }: Targets): string {
  const ids = [...(promotion?.productIds ?? []), ...(promotion?.categoryIds ?? [])];
  return [...categories, ...products]
    .filter(({ id }) => ids.includes(id))
    .map(({ slug }) => slug)
    .join("\n");
}
