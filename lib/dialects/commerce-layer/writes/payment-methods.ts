import { z } from "zod";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { shopCurrencies } from "@/lib/money/currency";
import { gatewayIds } from "@/lib/payments/core/types";
import { invalid, locked } from "../errors";
import { write } from "../protocol/resource";
import { maybeTo, text, to, trigger } from "./parts";

const fields = {
  name: text(200).nullish(),
  currency_code: z.enum(shopCurrencies).nullish(),
  auto_capture: z.boolean().nullish(),
  // This store does each of these in one way only.
  auto_place: z.literal(true).nullish(),
  require_capture: z.literal(true).nullish(),
  moto: z.literal(false).nullish(),
  price_amount_cents: z.literal(0, "is not supported: paying costs nothing here").nullish(),
  _disable: trigger,
  _enable: trigger,
};

const sourceType = z.enum(["stripe_payments", "wire_transfers"]);
const gatewayId = z.enum(gatewayIds);

type Given = {
  name?: string | null | undefined;
  currency_code?: string | null | undefined;
  auto_capture?: boolean | null | undefined;
  _disable?: boolean | null | undefined;
  _enable?: boolean | null | undefined;
};

const columns = (given: Given) => ({
  ...(given.name && { name: given.name }),
  ...(given.currency_code !== undefined && { currency: given.currency_code }),
  ...(typeof given.auto_capture === "boolean" && { autoCapture: given.auto_capture }),
  ...(given._disable && { disabledAt: new Date() }),
  ...(given._enable && { disabledAt: null }),
});

export const createPaymentMethod = write(
  z.object({
    attributes: z.strictObject({ ...fields, payment_source_type: sourceType }),
    relationships: z.strictObject({
      payment_gateway: to("stripe_gateways", "manual_gateways", "payment_gateways"),
      market: maybeTo("markets"),
    }),
  }),
  async ({ data: { attributes, relationships } }) => {
    const gateway = gatewayId.safeParse(relationships.payment_gateway);
    if (!gateway.success) throw invalid("payment_gateway", "does not exist", "not_found");
    const isManual = gateway.data === "manual";
    if (isManual !== (attributes.payment_source_type === "wire_transfers")) {
      throw invalid("payment_source_type", "does not fit the gateway", "invalid");
    }
    const name = attributes.name ?? (isManual ? "Wire transfer" : "Stripe Payment");
    const { market } = relationships;
    const currency = attributes.currency_code ?? market?.toUpperCase() ?? null;
    const id = newId();
    const db = await database();
    await db.apiPaymentMethod.create({
      data: { ...columns(attributes), id, name, currency, gateway: gateway.data },
    });
    return id;
  },
);

export const updatePaymentMethod = write(
  z.object({
    attributes: z.strictObject(fields),
    relationships: z.strictObject({ market: maybeTo("markets") }),
  }),
  async ({ id, data: { attributes, relationships } }) => {
    const { market } = relationships;
    const db = await database();
    await db.apiPaymentMethod.update({
      where: { id },
      data: { ...columns(attributes), ...(market && { currency: market.toUpperCase() }) },
    });
    return id;
  },
);

const always: readonly string[] = ["stripe", "stripe-connect", "wire-transfer"];

/** Orders keep what they were paid with. @throws RequestError 423 */
export async function deletePaymentMethod({ id }: { id: string }): Promise<void> {
  const db = await database();
  const used = { client: { path: ["paymentMethod"], equals: id } };
  if (always.includes(id) || (await db.order.count({ where: used })) > 0) {
    throw locked("This payment method is in use: it can be disabled.");
  }
  await db.apiPaymentMethod.delete({ where: { id } });
}
