import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { listPage } from "../lists";
import { oneOf, pageParams, text } from "../params";

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

export const customerMethodEndpoints = [methodsOf, methodOf];
