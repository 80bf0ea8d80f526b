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
  return [
    { kind: "text", name: "code", label: "Code", value: promotion?.code, required: true },
    { kind: "text", name: "name", label: "Name", value: promotion?.name, required: true },
    ...worthFields(promotion),
    ...limitFields(promotion),
    {
      kind: "lines",
      name: "targets",
      label: "Only for",
      hint: "Addresses (slugs) of products or categories, one a line. Empty: all goods.",
      value: slugsOf(promotion, targets),
      wide: true,
    },
    ...switchFields(promotion),
  ];
}

/** What it takes off, and from which sum on. */
function worthFields(promotion: Promotion): RecordField[] {
  const currency = currencySchema.parse(
    promotion?.currency ?? promotion?.minimumCurrency ?? shopCurrencies[0],
  );
  const major = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? "" : toMajor({ minor, currency });
  const percent = promotion?.basisPoints ? String(promotion.basisPoints / 100) : "";
  const kind = promotion?.kind ?? "percent";
  return [
    { kind: "select", name: "kind", label: "Takes off", value: kind, options: kinds },
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
      wide: true,
    },
  ];
}

function limitFields(promotion: Promotion): RecordField[] {
  const count = (number: number | null | undefined) => (number ? String(number) : "");
  const time = (at: Date | null | undefined) => timeField(at ?? null);
  const hint = "Empty: any number.";
  const { usageLimit, perEmailLimit, startsAt, endsAt } = promotion ?? {};
  return [
    {
      kind: "text",
      name: "usageLimit",
      label: "Orders that may use it",
      hint,
      value: count(usageLimit),
    },
    {
      kind: "text",
      name: "perEmailLimit",
      label: "Orders of one e-mail",
      hint,
      value: count(perEmailLimit),
    },
    { kind: "date", name: "startsAt", label: "Begins (UTC)", value: time(startsAt) },
    { kind: "date", name: "endsAt", label: "Ends (UTC)", value: time(endsAt) },
  ];
}

function switchFields(promotion: Promotion): RecordField[] {
  const { firstOrderOnly = false, combines = true, active = true } = promotion ?? {};
  return [
    {
      kind: "checkbox",
      name: "firstOrderOnly",
      label: "Only for a first order",
      checked: firstOrderOnly,
    },
    {
      kind: "checkbox",
      name: "combines",
      label: "May be used beside other codes",
      checked: combines,
    },
    { kind: "checkbox", name: "active", label: "Active", checked: active },
  ];
}

function slugsOf(promotion: Promotion, { products, categories }: Targets): string {
  const ids = [...(promotion?.productIds ?? []), ...(promotion?.categoryIds ?? [])];
  return [...categories, ...products]
    .filter(({ id }) => ids.includes(id))
    .map(({ slug }) => slug)
    .join("\n");
}
