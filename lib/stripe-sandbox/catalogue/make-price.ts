import { newId } from "../ids";
import { mergeMetadata } from "../metadata";
import { checkCurrency } from "../money";
import type { Scope } from "../scope";
import type { Price } from "../wire";

export type PriceTerms = {
  currency: string;
  product: string;
  active?: boolean | undefined;
  lookup_key?: string | undefined;
  metadata?: Record<string, string> | null | undefined;
  nickname?: string | undefined;
  recurring?:
    | {
        interval: "day" | "week" | "month" | "year";
        interval_count?: number | undefined;
        usage_type?: "licensed" | undefined;
        meter?: string | undefined;
      }
    | undefined;
  tax_behavior?: "exclusive" | "inclusive" | "unspecified" | undefined;
  unit_amount?: number | undefined;
  unit_amount_decimal?: number | undefined;
};

/** A price as it is answered. Saves nothing: sessions make prices that belong to no catalogue. */
export function makePrice(scope: Scope, given: PriceTerms): Price {
  checkCurrency(given.currency);
  const exact = given.unit_amount_decimal ?? given.unit_amount ?? 0;
  const { recurring } = given;
  return {
    id: newId("price"),
    object: "price",
    active: given.active ?? true,
    billing_scheme: "per_unit",
    created: scope.now,
    currency: given.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: given.lookup_key ?? null,
    metadata: mergeMetadata({}, given.metadata),
    nickname: given.nickname ?? null,
    product: given.product,
    recurring:
      recurring === undefined
        ? null
        : {
            interval: recurring.interval,
            interval_count: recurring.interval_count ?? 1,
            meter: recurring.meter ?? null,
            trial_period_days: null,
            usage_type: recurring.usage_type ?? "licensed",
          },
    tax_behavior: given.tax_behavior ?? "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: recurring === undefined ? "one_time" : "recurring",
    unit_amount: Number.isInteger(exact) ? exact : null,
    unit_amount_decimal: String(exact),
  };
}
