import { z } from "zod";
import { readDraftClient } from "@/lib/checkout/drafts/draft-order";
import { database } from "@/lib/db/client";
import { ensureGatewayCustomer } from "@/lib/payments/wallet/customers";
import { invalid } from "../errors";
import { knownCustomer } from "./customers";
import { ownerOf } from "./wallet";

/** How the chosen way to pay leads to a gateway; the store's own account where none is chosen. */
export async function wayOf(orderId: string) {
  const db = await database();
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { client: true, email: true },
  });
  const { paymentMethod: id = "stripe" } = readDraftClient(order.client);
  const method = await db.apiPaymentMethod.findUnique({ where: { id } });
  const gateway: "stripe" | "stripe_connect" =
    method?.gateway === "stripe_connect" ? "stripe_connect" : "stripe";
  const money: "purchase" | "authorize" = method?.autoCapture ? "purchase" : "authorize";
  return { gateway, method: money, email: order.email };
}

/** What of the options concerns the gateway before anybody confirms; the rest is kept as it was given. */
const chosenSchema = z.object({
  customer: z.string().startsWith("cus_").optional(),
  payment_method: z.string().startsWith("pm_").optional(),
  /** As older clients named a card of theirs. */
  id: z.string().startsWith("pm_").optional(),
  setup_future_usage: z.enum(["on_session", "off_session"]).optional(),
  receipt_email: z.email().max(200).optional(),
  return_url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
});

type Chosen = z.infer<typeof chosenSchema>;

/** Whoever keeps a card keeps it for the order's customer. @throws RequestError 422 */
export function chosenOf(given: Record<string, unknown> | null | undefined): Chosen {
  const parsed = chosenSchema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid("options", `${issue?.path.join(".")}: ${issue?.message}`);
}

type Way = Awaited<ReturnType<typeof wayOf>>;

export async function atGateway(chosen: Chosen, { gateway, email }: Way) {
  const { customer, payment_method, id, setup_future_usage: keepFor } = chosen;
  const source = payment_method ?? id;
  const mustKeep = keepFor !== undefined && customer === undefined && email !== "";
  const known = mustKeep ? await knownCustomer(email) : null;
  const owner = known && { gateway, owner: ownerOf(known.id), email: known.email };
  const customerRef = owner ? (await ensureGatewayCustomer(owner)).gatewayRef : customer;
  return {
    ...(source !== undefined && { source }),
    ...(customerRef !== undefined && { customerRef }),
    ...(keepFor !== undefined && { keepFor }),
  };
}
