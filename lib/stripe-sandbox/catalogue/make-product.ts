import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { newId } from "../ids";
import { mergeMetadata } from "../metadata";
import type { Scope } from "../scope";

export type ProductTerms = {
  name: string;
  id?: string | undefined;
  active?: boolean | undefined;
  description?: string | null | undefined;
  images?: string[] | null | undefined;
  marketing_features?: { name: string }[] | null | undefined;
  metadata?: Record<string, string> | null | undefined;
  package_dimensions?: Stripe.Product.PackageDimensions | null | undefined;
  shippable?: boolean | undefined;
  statement_descriptor?: string | undefined;
  tax_code?: string | null | undefined;
  type?: "good" | "service" | undefined;
  unit_label?: string | null | undefined;
  url?: string | null | undefined;
};

/** A product as it is answered. Saves nothing. */
export function makeProduct(scope: Scope, given: ProductTerms): Stripe.Product {
  const id = given.id ?? newId("prod", 14);
  if (scope.store.products.find(id) !== undefined) {
    throw invalidRequest("Product already exists.", {
      code: "resource_already_exists",
      param: "id",
    });
  }
  return {
    id,
    object: "product",
    active: given.active ?? true,
    created: scope.now,
    default_price: null,
    description: given.description ?? null,
    images: given.images ?? [],
    livemode: false,
    marketing_features: given.marketing_features ?? [],
    metadata: mergeMetadata({}, given.metadata),
    name: given.name,
    package_dimensions: given.package_dimensions ?? null,
    shippable: given.shippable ?? null,
    statement_descriptor: given.statement_descriptor ?? null,
    tax_code: given.tax_code ?? null,
    tax_details: null,
    type: given.type ?? "service",
    unit_label: given.unit_label ?? null,
    updated: scope.now,
    url: given.url ?? null,
  };
}
