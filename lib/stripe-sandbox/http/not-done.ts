/**
 * Parts of Stripe that the sandbox does not have. They answer as every unknown address does, 404, with
 * a hint: who reads it need not look for a typing mistake. A contract test compares this with the SDK:
 * every address is either served or known here.
 */
const families = new Set(
  (
    "account_sessions apple_pay apps balance_settings billing climate country_specs credit_notes " +
    "deauthorize entitlements ephemeral_keys exchange_rates file_links files financial_connections forwarding " +
    "identity invoice_payments invoice_rendering_templates invoiceitems invoices issuing mandates " +
    "payment_attempt_records payment_links payment_method_configurations payment_method_domains payment_records " +
    "payouts plans product_catalog quotes radar reporting reviews sigma subscription_items " +
    "subscription_schedules subscriptions tax tax_codes tax_ids three_d_secure token topups treasury"
  ).split(" "),
);

const parts: readonly RegExp[] = [
  /^accounts\/[^/]+\/(reject|unreject|capabilities|external_accounts|login_links|persons)\b/,
  /^application_fees\/[^/]+\/refund$/,
  /^billing_portal\/configurations\b/,
  /^customers\/[^/]+\/(cash_balance|cash_balance_transactions)\b/,
  /^customers\/[^/]+\/(discount|funding_instructions|subscriptions)\b/,
  /^payment_intents\/[^/]+\/(apply_customer_balance|amount_details_line_items)\b/,
  /^products\/[^/]+\/features\b/,
  /^sources\/[^/]+\/(verify|source_transactions)\b/,
  /^terminal\/(configurations|onboarding_links)\b/,
  /^terminal\/readers\/[^/]+\/print_content$/,
  /^test_helpers\/(confirmation_tokens|customers|issuing|refunds|test_clocks|treasury)\b/,
];

/** Whether an address is Stripe's, though not the sandbox's. */
export function isNotDone(pathname: string): boolean {
  const [, path = ""] = /^\/v1\/(.+)$/.exec(pathname) ?? [];
  if (pathname.startsWith("/v2/")) return true;
  return families.has(path.split("/", 1)[0] ?? "") || parts.some((part) => part.test(path));
}
