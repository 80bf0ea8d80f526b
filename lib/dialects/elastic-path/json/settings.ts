import { namedCartLifetimeMs } from "@/lib/cart/named/open";

const day = 24 * 60 * 60 * 1000;

/** How carts behave. They are facts of this store, and not settings: nothing here is changed over the network. */
export const cartSettingsJson = () => ({
  type: "cart_setting",
  id: "tender",
  cart_expiry_days: namedCartLifetimeMs / day,
  custom_discounts_enabled: true,
  use_rule_promotions: false,
  tax_calculation_mode: "line",
  calculation_method: "line",
  default_tax_percentage: 0,
  inventory_settings: { defer_inventory_check: false },
});

export const settingsJson = () => ({
  type: "settings",
  page_length: 25,
  list_child_products: false,
  additional_languages: [],
  calculation_method: "line",
  address_mandatory_fields: ["first_name", "last_name", "line_1", "postcode", "county", "country"],
});
