import { env } from "@/lib/env";
import { fractionDigits, shopCurrencies, type Currency } from "@/lib/money/currency";
import type { CategoryRow } from "../queries/categories";
import { timestampsJson } from "./money";

/** The shop's categories, as one hierarchy of which every category is a node. */
export const hierarchyId = "c0ffee00-0000-4000-8000-000000000001";

const began = new Date("2026-01-01T00:00:00.000Z");
const since = timestampsJson({ createdAt: began, updatedAt: began });

export const releaseJson = () => ({
  type: "catalog-release",
  id: hierarchyId,
  attributes: {
    name: "Tender",
    description: "Everything that is sold",
    catalog_id: "tender",
    hierarchies: [{ id: hierarchyId, label: "Categories" }],
    ...since,
    published_at: since.created_at,
  },
  meta: { language: "en" },
});

export const hierarchyJson = () => ({
  type: "hierarchy",
  id: hierarchyId,
  attributes: {
    name: "Categories",
    slug: "categories",
    description: "",
    ...since,
    published_at: since.created_at,
  },
  meta: { catalog_id: "tender", catalog_source: "pim", has_children: true, language: "en" },
  relationships: {},
});

export function nodeJson(category: CategoryRow) {
  const { id, name, slug, description } = category;
  const times = timestampsJson(category);
  return {
    type: "node",
    id,
    attributes: { name, slug, description, ...times, published_at: times.created_at },
    meta: { bread_crumb: [], catalog_id: "tender", catalog_source: "pim", language: "en" },
    relationships: { hierarchy: { data: { type: "hierarchy", id: hierarchyId } } },
  };
}

/** The category of `/v2/categories`. */
export function categoryJson(category: CategoryRow) {
  const { id, name, slug, description } = category;
  return {
    type: "category",
    id,
    name,
    slug,
    description,
    status: "live",
    relationships: { parent: { data: [] }, children: { data: [] } },
    meta: { timestamps: timestampsJson(category) },
  };
}

/** Its code is its id here: there is nothing else to tell currencies apart by. */
export function currencyJson(code: Currency) {
  const places = fractionDigits(code);
  return {
    type: "currency",
    id: code,
    code,
    exchange_rate: 1,
    format: `${code} {price}`,
    decimal_point: ".",
    thousand_separator: ",",
    decimal_places: places,
    default: code === shopCurrencies[0],
    enabled: true,
    links: { self: `${env().storeUrl}/v2/currencies/${code}` },
    meta: { timestamps: since },
  };
}
