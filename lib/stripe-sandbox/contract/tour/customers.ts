import type Stripe from "stripe";
import { card, idIn, page, type Recording } from "./common";

export async function customers({ stripe, asBrowser }: Recording): Promise<Stripe.Customer> {
  const customer = await stripe.customers.create({
    email: "ada@example.com",
    name: "Ada",
    payment_method: "pm_card_visa",
    address: { line1: "1 Main St", city: "London", country: "GB", postal_code: "N1 1AA" },
    shipping: { name: "Ada", address: { line1: "1 Main St" } },
    metadata: { tier: "gold" },
    expand: ["sources", "subscriptions", "tax_ids"],
  });
  await stripe.customers.update(customer.id, { phone: "+4412345" });
  await stripe.customers.retrieve(customer.id);
  await stripe.customers.list(page);
  await asBrowser("POST", "/v1/payment_methods", card);
  await sources(stripe, asBrowser);
  await taxIds(stripe, customer.id);
  await balance(stripe, customer.id);
  const method = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_visa" } });
  await stripe.paymentMethods.attach(method.id, { customer: customer.id });
  await stripe.paymentMethods.update(method.id, { allow_redisplay: "always" });
  await stripe.paymentMethods.retrieve(method.id, { expand: ["customer"] });
  await stripe.paymentMethods.list({ customer: customer.id });
  await stripe.customers.listPaymentMethods(customer.id);
  await stripe.customers.retrievePaymentMethod(customer.id, method.id);
  await stripe.customers.update(customer.id, {
    invoice_settings: { default_payment_method: method.id },
  });
  await stripe.paymentMethods.detach(method.id);
  const session = await stripe.customerSessions.create({
    customer: customer.id,
    components: {
      payment_element: { enabled: true, features: { payment_method_redisplay: "enabled" } },
    },
  });
  await asBrowser("GET", "/v1/elements/sessions", {
    customer_session_client_secret: session.client_secret,
  });
  await stripe.billingPortal.sessions.create({
    customer: customer.id,
    return_url: "http://localhost",
  });
  return customer;
}

async function bankAccount(stripe: Stripe, customer: string): Promise<void> {
  const token = await stripe.tokens.create({
    bank_account: {
      country: "US",
      currency: "usd",
      account_number: "000123456789",
      routing_number: "110000000",
    },
  });
  const account = await stripe.customers.createSource(customer, { source: token.id });
  await stripe.customers.verifySource(customer, account.id, { amounts: [32, 45] });
}

async function balance(stripe: Stripe, customer: string): Promise<void> {
  const credit = { amount: -500, currency: "usd", description: "Goodwill" };
  const { id } = await stripe.customers.createBalanceTransaction(customer, credit);
  await stripe.customers.updateBalanceTransaction(customer, id, { metadata: { a: "1" } });
  await stripe.customers.retrieveBalanceTransaction(customer, id, { expand: ["customer"] });
  await stripe.customers.listBalanceTransactions(customer);
}

async function taxIds(stripe: Stripe, customer: string): Promise<void> {
  const given = await stripe.customers.createTaxId(customer, {
    type: "eu_vat",
    value: "DE123456789",
  });
  await stripe.customers.retrieveTaxId(customer, given.id);
  await stripe.customers.listTaxIds(customer);
  await stripe.customers.deleteTaxId(customer, given.id);
}

/** Cards and bank accounts as they were before payment methods. */
async function sources(stripe: Stripe, asBrowser: Recording["asBrowser"]): Promise<void> {
  const token = await asBrowser("POST", "/v1/tokens", {
    "card[number]": "5555555555554444",
    "card[exp_month]": "1",
    "card[exp_year]": "2035",
  });
  const tokenId = idIn(token);
  await stripe.tokens.retrieve(tokenId);
  const spare = await stripe.customers.create({ source: "tok_amex" });
  const second = await stripe.customers.createSource(spare.id, { source: tokenId });
  await stripe.customers.listSources(spare.id);
  await stripe.customers.retrieve(spare.id, { expand: ["sources", "default_source"] });
  await stripe.customers.retrieveSource(spare.id, second.id);
  await stripe.customers.updateSource(spare.id, second.id, { address_zip: "94103" });
  await stripe.customers.deleteSource(spare.id, second.id);
  await bankAccount(stripe, spare.id);
  await olderAddresses(stripe, spare.id);
}

/** The SDK has no methods for these any more; libraries for other languages have. */
async function olderAddresses(stripe: Stripe, customer: string): Promise<void> {
  for (const [kind, source, change] of [
    ["cards", "tok_visa", { address_zip: "94103" }],
    ["bank_accounts", "btok_us", { metadata: { a: "1" } }],
  ] as const) {
    const path = `/v1/customers/${customer}/${kind}`;
    const one = `${path}/${idIn(await stripe.rawRequest("POST", path, { source }))}`;
    await stripe.rawRequest("GET", path);
    await stripe.rawRequest("GET", one);
    await stripe.rawRequest("POST", one, change);
    if (kind === "bank_accounts") {
      await stripe.rawRequest("POST", `${one}/verify`, { amounts: [32, 45] });
    }
    await stripe.rawRequest("DELETE", one);
  }
}
