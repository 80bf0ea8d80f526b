import { z } from "zod";
import { isStorableText } from "@/lib/http/storable";

/**
 * Where an event points. It is only ever a hint for where to look again, so nothing of its content is
 * believed: not its amounts, not its statuses, not their order.
 */
export type EventReferences = {
  /** `pi_…` */
  intentRef: string | null;
  /** `cs_…` */
  sessionRef: string | null;
  /** Our ids, as we left them in the metadata of the object. */
  paymentId: string | null;
  orderId: string | null;
  /** Whether somebody has doubts about the payment: a bank's warning, a review. */
  isWarning: boolean;
  /** Whether a card or an account was refused. */
  isRefusal: boolean;
};

/** What no database keeps is nobody's id; asked for, it would end the question about all others too. */
const text = z.string().refine(isStorableText);
const id = z.union([text, z.object({ id: text }).transform((object) => object.id)]);

const eventSchema = z.object({
  type: z.string(),
  data: z.object({
    object: z.looseObject({
      id: text.optional().catch(undefined),
      object: z.string(),
      payment_intent: id.nullish().catch(null),
      metadata: z.record(z.string(), z.string()).nullish().catch(null),
    }),
  }),
});

const uuid = z.uuid().nullable().catch(null);

/** Null when the body is no event, or the event is about nothing that has a payment. */
export function referencesOf(body: string): EventReferences | null {
  const parsed = eventSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return null;
  const { type } = parsed.data;
  const { object } = parsed.data.data;
  const metadata = object.metadata ?? {};
  const own = {
    isWarning: object.object === "review" || object.object === "radar.early_fraud_warning",
    isRefusal: type === "payment_intent.payment_failed",
    paymentId: uuid.parse(metadata["payment_id"] ?? null),
    orderId: uuid.parse(metadata["order_id"] ?? null),
  };
  switch (object.object) {
    case "payment_intent":
      return { intentRef: object.id ?? null, sessionRef: null, ...own };
    case "checkout.session":
      return { intentRef: object.payment_intent ?? null, sessionRef: object.id ?? null, ...own };
    case "charge":
    case "refund":
    case "dispute":
    case "review":
    case "radar.early_fraud_warning":
      return { intentRef: object.payment_intent ?? null, sessionRef: null, ...own };
    default:
      return null;
  }
}
