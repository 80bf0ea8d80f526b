import { recordBalance } from "../customers/balance";
import { blankCustomer } from "../customers/blank-customer";
import { findSource, replaceSource } from "../customers/sources";
import { addTaxId } from "../customers/tax-ids";
import { sourceParam, tokenOf } from "../customers/tokens";
import { differences } from "../differences";
import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { attachMethod } from "../methods/attach";
import { addressOf, addressParams, shippingOf, shippingParams } from "../methods/contact-params";
import { resolveMethod } from "../methods/make-method";
import {
  flag,
  integer,
  list,
  metadata,
  oneOf,
  pageParams,
  range,
  text,
  unsettable,
} from "../params";
import type { Scope } from "../scope";

const line = () => unsettable(text()).optional();

const invoiceSettings = z.strictObject({
  default_payment_method: line(),
  footer: line(),
  custom_fields: unsettable(
    list(z.strictObject({ name: text(40), value: text(140) }), 4),
  ).optional(),
});

const fields = {
  next_invoice_sequence: integer(1).optional(),
  tax: z.looseObject({}).optional(),
  validate: flag().optional(),
  address: unsettable(addressParams).optional(),
  balance: integer().optional(),
  business_name: line(),
  description: line(),
  email: unsettable(text(512)).optional(),
  individual_name: line(),
  invoice_prefix: text(12).optional(),
  invoice_settings: invoiceSettings.optional(),
  metadata: metadata().optional(),
  name: line(),
  phone: line(),
  preferred_locales: list(text()).optional(),
  shipping: unsettable(shippingParams).optional(),
  source: sourceParam.optional(),
  tax_exempt: unsettable(oneOf("exempt", "none", "reverse")).optional(),
};

const createParams = z.strictObject({
  ...fields,
  /** Undocumented, and relied upon by whoever moves customers from one place to another. */
  id: text(255).optional(),
  payment_method: text().optional(),
  tax_id_data: list(z.strictObject({ type: text(), value: text(100) }), 5).optional(),
});
const updateParams = z.strictObject({ ...fields, default_source: text().optional() });
type Fields = z.output<z.ZodObject<typeof fields>>;

const find = (call: Call<unknown>, id = call.id) =>
  findOr(call.store.customers, "customer", id, "id");

/** What the given fields make of a customer; missing ones stay. */
function changed(customer: Stripe.Customer, body: Fields): Stripe.Customer {
  const { address, shipping, invoice_settings, tax_exempt, preferred_locales } = body;
  checkEmail(body.email);
  const old = customer.invoice_settings;
  return {
    ...customer,
    address: address === undefined ? customer.address : addressOf(address),
    balance: body.balance ?? customer.balance,
    description: body.description === undefined ? customer.description : body.description,
    email: body.email === undefined ? customer.email : body.email,
    invoice_prefix: body.invoice_prefix ?? customer.invoice_prefix,
    invoice_settings: {
      ...old,
      ...(invoice_settings?.default_payment_method === undefined
        ? {}
        : { default_payment_method: invoice_settings.default_payment_method }),
      ...(invoice_settings?.footer === undefined ? {} : { footer: invoice_settings.footer }),
      ...(invoice_settings?.custom_fields === undefined
        ? {}
        : { custom_fields: invoice_settings.custom_fields }),
    },
    metadata: mergeMetadata(customer.metadata, body.metadata),
    name: body.name === undefined ? customer.name : body.name,
    phone: body.phone === undefined ? customer.phone : body.phone,
    preferred_locales: preferred_locales ?? customer.preferred_locales,
    shipping: shipping === undefined ? customer.shipping : shippingOf(shipping),
    tax_exempt: tax_exempt === undefined ? customer.tax_exempt : (tax_exempt ?? "none"),
  };
}

function checkEmail(email: string | null | undefined): void {
  if (email === undefined || email === null || /^[^\s@]+@[^\s@]+$/.test(email)) return;
  throw invalidRequest(`Invalid email address: ${email}`, {
    code: "email_invalid",
    param: "email",
  });
}

const create = endpoint("POST /v1/customers", createParams, (call) => {
  const { body, store } = call;
  const blank = blankCustomer(call);
  const id = body.id ?? blank.id;
  if (store.customers.find(id) !== undefined) {
    throw invalidRequest("Customer already exists.", {
      code: "resource_already_exists",
      param: "id",
    });
  }
  const customer = store.customers.save(changed({ ...blank, id }, body));
  call.emit("customer.created", customer);
  recordBalance(call, 0, customer);
  for (const given of body.tax_id_data ?? []) addTaxId(call, id, given);
  if (body.payment_method !== undefined) {
    attachMethod(call, resolveMethod(call, body.payment_method), customer.id);
  }
  if (body.source === undefined) return customer;
  return replaceSource(call, customer, tokenOf(call, body.source));
});

const update = endpoint("POST /v1/customers/:id", updateParams, (call) => {
  const before = find(call);
  const chosen = call.body.invoice_settings?.default_payment_method;
  if (typeof chosen === "string") checkOwned(call, before.id, chosen);
  const { default_source = idOf(before.default_source) } = call.body;
  if (call.body.default_source !== undefined) findSource(call, before, call.body.default_source);
  const after = call.store.customers.save({ ...changed(before, call.body), default_source });
  recordBalance(call, before.balance, after);
  call.emit("customer.updated", after, differences(before, after));
  const { source } = call.body;
  return source === undefined ? after : replaceSource(call, after, tokenOf(call, source));
});

function checkOwned(call: Scope, customer: string, id: string): void {
  const method = findOr(
    call.store.paymentMethods,
    "PaymentMethod",
    id,
    "invoice_settings[default_payment_method]",
    400,
  );
  if (idOf(method.customer) === customer) return;
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: "resource_missing", param: "invoice_settings[default_payment_method]" },
  );
}

const retrieve = endpoint("GET /v1/customers/:id", noParams, (call) => {
  const gone = call.store.deletedObjects.find(call.id);
  if (gone !== undefined) return { id: gone.id, object: gone.object, deleted: true };
  return find(call);
});

const remove = endpoint("DELETE /v1/customers/:id", noParams, (call) => {
  const customer = find(call);
  for (const method of call.store.paymentMethods.by("customer", customer.id)) {
    call.store.paymentMethods.save({ ...method, customer: null });
  }
  call.store.customers.remove(customer.id);
  call.store.deletedObjects.save({ id: customer.id, object: "customer" });
  call.emit("customer.deleted", customer);
  return { id: customer.id, object: "customer", deleted: true };
});

const listParams = z.strictObject({
  ...pageParams,
  created: range().optional(),
  email: text().optional(),
});

const listAll = endpoint("GET /v1/customers", listParams, ({ body, store }) => {
  const { email, created } = body;
  return listPage(store.customers, {
    url: "/v1/customers",
    noun: "customer",
    cursor: body,
    source: email === undefined ? undefined : store.customers.rowsBy("email", email),
    where: (customer) => inRange(customer.created, created),
  });
});

export const customerEndpoints = [create, update, retrieve, remove, listAll];
