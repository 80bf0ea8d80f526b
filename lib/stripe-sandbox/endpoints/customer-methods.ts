import { z } from "zod";
import { withSource } from "../customers/with-source";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { listPage, wholeList } from "../lists";
import { spendToken } from "../methods/make-method";
import type { Scope } from "../scope";
import { flag, metadata, oneOf, pageParams, text } from "../params";

const find = (call: Call<unknown>) => findOr(call.store.customers, "customer", call.id, "id");

const methodsParams = z.strictObject({
  ...pageParams,
  type: text().optional(),
  allow_redisplay: oneOf("always", "limited", "unspecified").optional(),
});

const methodsOf = endpoint("GET /v1/customers/:id/payment_methods", methodsParams, (call) => {
  const { id } = find(call);
  const { type, allow_redisplay } = call.body;
  return listPage(call.store.paymentMethods, {
    url: `/v1/customers/${id}/payment_methods`,
    noun: "payment_method",
    cursor: call.body,
    source: call.store.paymentMethods.rowsBy("customer", id),
    where: (method) =>
      (type === undefined || method.type === type) &&
      (allow_redisplay === undefined || method.allow_redisplay === allow_redisplay),
  });
});

const methodOf = endpoint("GET /v1/customers/:id/payment_methods/:method", noParams, (call) => {
  const { id } = find(call);
  const method = findOr(
    call.store.paymentMethods,
    "PaymentMethod",
    call.path["method"] ?? "",
    "payment_method",
  );
  if (idOf(method.customer) === id) return method;
  throw invalidRequest(
    `Customer ${id} does not have a payment method with ID ${method.id}`,
    { code: "resource_missing", param: "payment_method" },
    404,
  );
});

const sourcesParams = z.strictObject({ ...pageParams, object: text().optional() });

const sourcesOf = endpoint("GET /v1/customers/:id/sources", sourcesParams, (call) =>
  wholeList([], `/v1/customers/${find(call).id}/sources`),
);

const addSource = endpoint(
  "POST /v1/customers/:id/sources",
  z.strictObject({ source: text(), metadata: metadata().optional(), validate: flag().optional() }),
  (call) => {
    const customer = find(call);
    const { card, token } = spendTokenOrFixture(call, call.body.source);
    withSource(call, customer, call.body.source);
    return { ...token, customer: customer.id, brand: card.brand };
  },
);

function spendTokenOrFixture(call: Scope, id: string) {
  const { card, token } = spendToken(call, id);
  const reopened = call.store.tokens.find(id);
  if (reopened !== undefined) call.store.tokens.save({ ...reopened, used: false });
  return { card, token };
}

export const customerMethodEndpoints = [methodsOf, methodOf, sourcesOf, addSource];
