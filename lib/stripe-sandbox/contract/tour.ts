import type Stripe from "stripe";
import type { TestSandbox } from "../testing";
import type { recordingStripe } from "./recorder";

type Recording = ReturnType<typeof recordingStripe>;

/** Calls every endpoint once and in good order, so that each answers with something. */
export async function tour(sandbox: TestSandbox, recording: Recording): Promise<void> {
  const { stripe } = recording;
  const customer = await customers(recording);
  await catalogue(stripe);
  await payments(sandbox, recording, customer);
  await setups(stripe, customer, recording);
  await sessions(recording, customer);
  await disputes(stripe);
  await terminal(stripe, recording);
  await accounts(stripe);
  await rest(recording);
  await stripe.customers.del(customer.id);
}

const page = { limit: 3 };
const card = {
  type: "card",
  "card[number]": "4242424242424242",
  "card[exp_month]": "12",
  "card[exp_year]": "2034",
  "card[cvc]": "123",
};

async function customers({ stripe, asBrowser }: Recording): Promise<Stripe.Customer> {
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
  const token = await asBrowser("POST", "/v1/tokens", {
    "card[number]": "5555555555554444",
    "card[exp_month]": "1",
    "card[exp_year]": "2035",
  });
  const tokenId = idIn(token);
  await stripe.tokens.retrieve(tokenId);
  const spare = await stripe.customers.create({ source: "tok_amex" });
  await stripe.customers.createSource(spare.id, { source: tokenId });
  await stripe.customers.listSources(spare.id);
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

async function catalogue(stripe: Stripe): Promise<void> {
  const product = await stripe.products.create({
    name: "Mug",
    images: ["http://localhost/mug.svg"],
    default_price_data: { currency: "usd", unit_amount: 1800 },
  });
  await stripe.products.update(product.id, { description: "Holds tea" });
  await stripe.products.retrieve(product.id, { expand: ["default_price"] });
  await stripe.products.list(page);
  const price = await stripe.prices.create({
    currency: "usd",
    unit_amount: 1500,
    product: product.id,
    lookup_key: "mug",
  });
  await stripe.prices.update(price.id, { nickname: "Sale" });
  await stripe.prices.retrieve(price.id, { expand: ["product"] });
  await stripe.prices.list(page);
  const bare = await stripe.products.create({ name: "Bowl" });
  await stripe.products.del(bare.id);
  const coupon = await stripe.coupons.create({ percent_off: 10, name: "Ten" });
  await stripe.coupons.update(coupon.id, { name: "Ten percent" });
  await stripe.coupons.retrieve(coupon.id);
  await stripe.coupons.list(page);
  const code = await stripe.promotionCodes.create({
    promotion: { type: "coupon", coupon: coupon.id },
    code: "TEN",
  });
  await stripe.promotionCodes.update(code.id, { metadata: { a: "1" } });
  await stripe.promotionCodes.retrieve(code.id, { expand: ["promotion.coupon"] });
  await stripe.promotionCodes.list(page);
  await stripe.coupons.del((await stripe.coupons.create({ amount_off: 100, currency: "usd" })).id);
  const rate = await stripe.shippingRates.create({
    display_name: "Post",
    fixed_amount: { amount: 500, currency: "usd" },
    delivery_estimate: { minimum: { unit: "business_day", value: 2 } },
  });
  await stripe.shippingRates.update(rate.id, { metadata: { a: "1" } });
  await stripe.shippingRates.retrieve(rate.id);
  await stripe.shippingRates.list(page);
  const tax = await stripe.taxRates.create({
    display_name: "VAT",
    inclusive: true,
    percentage: 20,
  });
  await stripe.taxRates.update(tax.id, { description: "Value added" });
  await stripe.taxRates.retrieve(tax.id);
  await stripe.taxRates.list(page);
}

const pay = (stripe: Stripe, payment_method: string, extra: object = {}) =>
  stripe.paymentIntents.create({
    amount: 5000,
    currency: "usd",
    payment_method,
    confirm: true,
    return_url: "http://localhost/return",
    ...extra,
  });

async function payments(
  sandbox: TestSandbox,
  recording: Recording,
  customer: Stripe.Customer,
): Promise<void> {
  const { stripe, asBrowser } = recording;
  const intent = await stripe.paymentIntents.create({
    amount: 5000,
    currency: "usd",
    customer: customer.id,
  });
  await stripe.paymentIntents.update(intent.id, { description: "Order 1" });
  await stripe.paymentIntents.confirm(intent.id, {
    payment_method: "pm_card_visa",
    return_url: "http://localhost",
    setup_future_usage: "off_session",
    expand: [
      "latest_charge.balance_transaction",
      "latest_charge.refunds",
      "customer",
      "payment_method",
    ],
  });
  await stripe.paymentIntents.retrieve(intent.id);
  await stripe.paymentIntents.list(page);
  const options = {
    card: {
      request_multicapture: "if_available",
      request_incremental_authorization: "if_available",
    },
  };
  const held = await pay(stripe, "pm_card_visa", {
    capture_method: "manual",
    payment_method_options: options,
  });
  await stripe.paymentIntents.incrementAuthorization(held.id, { amount: 6000 });
  await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1000, final_capture: false });
  await stripe.paymentIntents.capture(held.id);
  await stripe.paymentIntents.cancel(
    (await pay(stripe, "pm_card_visa", { capture_method: "manual" })).id,
  );
  const paid = await pay(stripe, "pm_card_visa");
  const charge = String(paid.latest_charge);
  await stripe.charges.retrieve(charge, { expand: ["refunds", "payment_intent"] });
  await stripe.charges.update(charge, { description: "Changed" });
  await stripe.charges.list(page);
  const refund = await stripe.refunds.create({ payment_intent: paid.id, amount: 1000 });
  await stripe.refunds.update(refund.id, { metadata: { a: "1" } });
  await stripe.refunds.retrieve(refund.id, { expand: ["charge", "balance_transaction"] });
  await stripe.refunds.list(page);
  await stripe.rawRequest("GET", `/v1/charges/${charge}/refunds`);
  await Promise.allSettled([
    pay(stripe, "pm_card_chargeDeclined"),
    pay(stripe, "pm_card_pendingRefund").then(({ id }) =>
      stripe.refunds.create({ payment_intent: id }),
    ),
    pay(stripe, "pm_card_refundFail").then(({ id }) =>
      stripe.refunds.create({ payment_intent: id }),
    ),
    pay(stripe, "pm_usBankAccount_success"),
    pay(stripe, "pm_usBankAccount_insufficientFunds"),
  ]);
  await withoutIntent(stripe);
  await otherMethods(stripe);
  await challenged(sandbox, recording);
  const token = await asBrowser("POST", "/v1/confirmation_tokens", {
    "payment_method_data[type]": "card",
    "payment_method_data[card][number]": "4242424242424242",
    "payment_method_data[card][exp_month]": "12",
    "payment_method_data[card][exp_year]": "2034",
    return_url: "http://localhost",
  });
  await stripe.confirmationTokens.retrieve(idIn(token));
  await stripe.testHelpers.confirmationTokens.create({ payment_method: "pm_card_visa" });
  const byToken = await stripe.paymentIntents.create({ amount: 900, currency: "usd" });
  await stripe.paymentIntents.confirm(byToken.id, { confirmation_token: idIn(token) });
  await advance(sandbox, 400);
  await stripe.balance.retrieve();
  const entries = await stripe.balanceTransactions.list(page);
  await stripe.balanceTransactions.retrieve(entries.data[0]?.id ?? "");
  await stripe.rawRequest("GET", "/v1/balance/history");
}

async function withoutIntent(stripe: Stripe): Promise<void> {
  const held = await stripe.charges.create({
    amount: 900,
    currency: "usd",
    source: "tok_visa",
    capture: false,
  });
  await stripe.charges.capture(held.id);
  const source = await stripe.sources.create({ type: "card", token: "tok_visa" });
  await stripe.sources.update(source.id, { metadata: { a: "1" } });
  await stripe.sources.retrieve(source.id);
  await stripe.charges.create({ amount: 900, currency: "usd", source: source.id });
  const query = "created>0";
  await stripe.charges.search({ query, limit: 3 });
  await stripe.paymentIntents.search({ query, limit: 3 });
  await stripe.customers.search({ query });
  await stripe.products.search({ query });
  await stripe.prices.search({ query });
}

async function otherMethods(stripe: Stripe): Promise<void> {
  const billing_details = { name: "Ada", email: "ada@example.com" };
  const methods: [string, object][] = [
    ["eur", { type: "sepa_debit", sepa_debit: { iban: "AT321904300235473204" } }],
    [
      "aud",
      {
        type: "au_becs_debit",
        au_becs_debit: { account_number: "900123456", bsb_number: "000000" },
      },
    ],
    ["brl", { type: "boleto", boleto: { tax_id: "00000000000" } }],
    ["mxn", { type: "oxxo" }],
    ["usd", { type: "alipay" }],
    ["eur", { type: "ideal" }],
    ["eur", { type: "bancontact" }],
    ["eur", { type: "eps" }],
    ["pln", { type: "p24" }],
    ["pln", { type: "blik" }],
    ["gbp", { type: "pay_by_bank" }],
  ];
  for (const [currency, data] of methods) {
    const payment_method_data = { billing_details, ...data };
    await pay(stripe, "", { payment_method: undefined, currency, payment_method_data });
  }
}

async function challenged(sandbox: TestSandbox, { stripe, asBrowser }: Recording): Promise<void> {
  for (const outcome of ["complete", "fail"]) {
    const waiting = await pay(stripe, "pm_card_authenticationRequired", { use_stripe_sdk: true });
    const id = String(waiting.next_action?.use_stripe_sdk?.["source"]);
    await asBrowser("GET", `/v1/challenges/${id}`, {});
    await sandbox.raw(`/challenge/${id}`, {
      method: "POST",
      body: new URLSearchParams({ outcome }),
      redirect: "manual",
    });
    await stripe.paymentIntents.retrieve(waiting.id);
  }
}

async function setups(
  stripe: Stripe,
  customer: Stripe.Customer,
  { asBrowser }: Recording,
): Promise<void> {
  const setup = await stripe.setupIntents.create({ customer: customer.id });
  await stripe.setupIntents.update(setup.id, { description: "Keep" });
  await stripe.setupIntents.confirm(setup.id, {
    payment_method: "pm_card_visa",
    expand: ["latest_attempt", "payment_method"],
  });
  await asBrowser("GET", `/v1/setup_intents/${setup.id}`, {
    client_secret: setup.client_secret ?? "",
  });
  await stripe.setupIntents.list(page);
  await stripe.setupAttempts.list({ setup_intent: setup.id });
  await stripe.setupIntents.cancel((await stripe.setupIntents.create({})).id);
  await Promise.allSettled([
    stripe.setupIntents.create({ payment_method: "pm_card_chargeDeclined", confirm: true }),
  ]);
}

async function sessions(
  { stripe, asBrowser }: Recording,
  customer: Stripe.Customer,
): Promise<void> {
  const session = await stripe.checkout.sessions.create({
    ui_mode: "elements",
    mode: "payment",
    customer: customer.id,
    allow_promotion_codes: true,
    return_url: "http://localhost/return",
    line_items: [
      {
        quantity: 2,
        price_data: { currency: "usd", unit_amount: 1000, product_data: { name: "Tea" } },
      },
    ],
    shipping_options: [
      {
        shipping_rate_data: {
          display_name: "Post",
          fixed_amount: { amount: 300, currency: "usd" },
        },
      },
    ],
    saved_payment_method_options: { payment_method_save: "enabled" },
  });
  await stripe.checkout.sessions.update(session.id, { metadata: { a: "1" } });
  await asBrowser("GET", `/v1/payment_pages/${session.id}`, {});
  await asBrowser("POST", `/v1/payment_pages/${session.id}`, {
    promotion_code: "ten",
    "shipping_address[name]": "Ada",
    "shipping_address[address][line1]": "1 Main St",
    "shipping_address[address][country]": "GB",
  });
  await asBrowser("POST", `/v1/payment_pages/${session.id}/confirm`, {
    payment_method: "pm_card_visa",
  });
  await stripe.checkout.sessions.retrieve(session.id, {
    expand: ["line_items", "payment_intent.latest_charge", "customer", "discounts.promotion_code"],
  });
  await stripe.checkout.sessions.listLineItems(session.id);
  await stripe.checkout.sessions.list(page);
  const setup = await stripe.checkout.sessions.create({
    mode: "setup",
    currency: "usd",
    success_url: "http://localhost/ok",
    customer: customer.id,
  });
  await asBrowser("POST", `/v1/payment_pages/${setup.id}/confirm`, {
    payment_method: "pm_card_visa",
  });
  for (const ui_mode of ["embedded_page", "form"] as const) {
    const other = await stripe.checkout.sessions.create({
      ui_mode,
      mode: "payment",
      return_url: "http://localhost/return",
      line_items: [
        {
          quantity: 1,
          price_data: { currency: "jpy", unit_amount: 1000, product_data: { name: "Tea" } },
        },
      ],
    });
    await stripe.checkout.sessions.expire(other.id);
  }
}

async function disputes(stripe: Stripe): Promise<void> {
  for (const name of [
    "createDispute",
    "createDisputeInquiry",
    "createIssuerFraudRecord",
    "createDisputeProductNotReceived",
  ]) {
    await pay(stripe, `pm_card_${name}`);
  }
  const { data } = await stripe.disputes.list(page);
  const [first, second] = data;
  await stripe.disputes.retrieve(first?.id ?? "", { expand: ["charge"] });
  await stripe.disputes.update(first?.id ?? "", {
    evidence: { uncategorized_text: "winning_evidence" },
  });
  await stripe.disputes.close(second?.id ?? "");
}

async function terminal(stripe: Stripe, { asBrowser }: Recording): Promise<void> {
  const location = await stripe.terminal.locations.create({
    display_name: "Shop",
    address: { line1: "1 Main St", city: "Berlin", country: "DE", postal_code: "10115" },
  });
  await stripe.terminal.locations.update(location.id, { display_name: "The shop" });
  await stripe.terminal.locations.retrieve(location.id);
  await stripe.terminal.locations.list();
  const { secret } = await stripe.terminal.connectionTokens.create({ location: location.id });
  const reader = await stripe.terminal.readers.create({
    registration_code: "simulated-wpe",
    location: location.id,
  });
  await stripe.terminal.readers.update(reader.id, { label: "Till 1" });
  await stripe.terminal.readers.retrieve(reader.id, { expand: ["location"] });
  await stripe.terminal.readers.list({ location: location.id });
  const intent = () =>
    stripe.paymentIntents.create({
      amount: 1200,
      currency: "usd",
      allowed_payment_method_types: ["card_present"],
    });
  const present = () => stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id);
  const first = await intent();
  await stripe.terminal.readers.processPaymentIntent(reader.id, { payment_intent: first.id });
  await present();
  const paid = await stripe.paymentIntents.retrieve(first.id, { expand: ["latest_charge"] });
  const charge = typeof paid.latest_charge === "object" ? (paid.latest_charge?.id ?? "") : "";
  const second = await intent();
  await stripe.terminal.readers.collectPaymentMethod(reader.id, { payment_intent: second.id });
  await present();
  await stripe.terminal.readers.confirmPaymentIntent(reader.id, { payment_intent: second.id });
  const setup = await stripe.setupIntents.create({
    allowed_payment_method_types: ["card_present"],
  });
  await stripe.terminal.readers.processSetupIntent(reader.id, {
    setup_intent: setup.id,
    allow_redisplay: "always",
  });
  await present();
  await stripe.terminal.readers.refundPayment(reader.id, { charge, amount: 200 });
  await present();
  await stripe.terminal.readers.setReaderDisplay(reader.id, {
    type: "cart",
    cart: {
      currency: "usd",
      total: 1200,
      line_items: [{ amount: 1200, description: "Mug", quantity: 1 }],
    },
  });
  const inputs: Stripe.Terminal.ReaderCollectInputsParams.Input[] = [
    { type: "email", custom_text: { title: "Your e-mail" } },
  ];
  await stripe.terminal.readers.collectInputs(reader.id, { inputs });
  await stripe.testHelpers.terminal.readers.succeedInputCollection(reader.id);
  await stripe.terminal.readers.collectInputs(reader.id, { inputs });
  await stripe.testHelpers.terminal.readers.timeoutInputCollection(reader.id);
  await stripe.terminal.readers.cancelAction(reader.id);
  await asBrowser("POST", "/v1/terminal/refunds", {
    connection_token: secret,
    charge,
    amount: "100",
    currency: "usd",
  });
  await stripe.terminal.readers.del(reader.id);
  await stripe.terminal.locations.del(location.id);
}

async function accounts(stripe: Stripe): Promise<void> {
  const account = await stripe.accounts.create({ type: "express", country: "US" });
  await stripe.accounts.update(account.id, { metadata: { a: "1" } });
  await stripe.accounts.retrieve(account.id);
  await stripe.rawRequest("GET", "/v1/account");
  await stripe.accounts.list(page);
  const shared = await pay(stripe, "pm_card_visa", {
    transfer_data: { destination: account.id },
    application_fee_amount: 500,
  });
  const transfers = await stripe.transfers.list({ destination: account.id });
  await stripe.transfers.retrieve(transfers.data[0]?.id ?? "");
  await stripe.paymentIntents.retrieve(shared.id, { expand: ["latest_charge.transfer"] });
  const direct = { stripeAccount: account.id };
  await stripe.paymentIntents.create(
    {
      amount: 4000,
      currency: "usd",
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "http://localhost",
      application_fee_amount: 200,
    },
    direct,
  );
  const fees = await stripe.applicationFees.list();
  await stripe.applicationFees.retrieve(fees.data[0]?.id ?? "");
  await stripe.accounts.del((await stripe.accounts.create({ type: "standard" })).id);
}

async function rest({ stripe }: Recording): Promise<void> {
  const hook = await stripe.webhookEndpoints.create({
    url: "http://127.0.0.1:9/hook",
    enabled_events: ["charge.succeeded"],
  });
  await stripe.webhookEndpoints.update(hook.id, { description: "Nobody listens" });
  await stripe.webhookEndpoints.retrieve(hook.id);
  await stripe.webhookEndpoints.list();
  await stripe.webhookEndpoints.del(hook.id);
  const events = await stripe.events.list(page);
  await stripe.events.retrieve(events.data[0]?.id ?? "");
}

async function advance(sandbox: TestSandbox, seconds: number): Promise<void> {
  await sandbox.raw("/_sandbox/clock", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ advance: seconds }),
  });
}

function idIn(body: unknown): string {
  if (typeof body === "object" && body !== null && "id" in body) return String(body.id);
  throw new Error(`No id in ${JSON.stringify(body)}`);
}
