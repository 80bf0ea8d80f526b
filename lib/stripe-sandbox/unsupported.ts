/**
 * Parameters that Stripe knows and the sandbox does not. Leaving them out of the schemas would call
 * them unknown, and accepting them would pretend. They are refused by name, and a contract test
 * compares this list with the SDK, so that nothing is forgotten when the SDK grows.
 */
const prices = [
  "currency_options",
  "custom_unit_amount",
  "tiers",
  "tiers_mode",
  "transform_quantity",
];
const kana = ["address_kana", "address_kanji", "display_name_kana", "display_name_kanji"];
const customers = ["cash_balance", "test_clock"];

const sources = ["customer", "flow", "mandate", "original_source", "receiver", "source_order"];

const methods = (
  "affirm afterpay_clearpay alma amazon_pay billie bizum cashapp crypto custom customer_balance fpx grabpay " +
  "kakao_pay kr_card mb_way mobilepay multibanco naver_pay nz_bank_account payco paynow paypay payto pix " +
  "promptpay revolut_pay samsung_pay satispay scalapay sequra sofort sunbit swish twint upi wechat_pay zip"
).split(" ");

export const unsupported: Record<string, readonly string[]> = {
  "POST /v1/tax/calculations": ["customer", "ship_from_details"],
  "GET /v1/checkout/sessions": ["customer_account"],
  "GET /v1/customers": ["test_clock"],
  "GET /v1/payment_intents": ["customer_account"],
  "GET /v1/payment_methods": ["customer_account"],
  "GET /v1/prices": ["recurring"],
  "GET /v1/promotion_codes": ["customer_account"],
  "GET /v1/setup_intents": ["customer_account"],
  "POST /v1/accounts": ["documents", "groups"],
  "POST /v1/accounts/:id": ["documents", "groups"],
  "POST /v1/billing_portal/sessions": ["after_expiration"],
  "POST /v1/checkout/sessions": ["subscription_data"],
  "POST /v1/charges": ["destination"],
  "POST /v1/coupons": ["currency_options"],
  "POST /v1/coupons/:id": ["currency_options"],
  "POST /v1/customers": customers,
  "POST /v1/customers/:id": customers,
  "POST /v1/payment_intents": ["customer_account", "hooks"],
  "POST /v1/payment_intents/:id": ["customer_account", "hooks"],
  "POST /v1/payment_intents/:id/capture": ["hooks"],
  "POST /v1/payment_intents/:id/confirm": ["amount_to_confirm", "hooks"],
  "POST /v1/payment_intents/:id/increment_authorization": ["hooks"],
  "POST /v1/payment_methods": methods,
  "POST /v1/payment_methods/:id": ["us_bank_account"],
  "POST /v1/payment_methods/:id/attach": ["customer_account"],
  "POST /v1/prices": prices,
  "POST /v1/prices/:id": ["currency_options"],
  "POST /v1/promotion_codes": ["customer_account"],
  "POST /v1/refunds": ["origin"],
  "POST /v1/setup_intents": ["confirmation_token", "customer_account", "flow_directions"],
  "POST /v1/setup_intents/:id": ["customer_account", "flow_directions"],
  "POST /v1/sources": sources,
  "POST /v1/sources/:id": ["mandate", "owner", "source_order"],
  "POST /v1/terminal/locations": kana,
  "POST /v1/terminal/locations/:id": kana,
  "POST /v1/tokens": ["account", "customer", "person", "pii"],
};
