import { z } from "zod";

/** Whose cards an event is about. Only ever a hint for where to look again. */
export type WalletReferences = {
  /** `cus_…` */
  customerRef: string | null;
  /** `pm_…` */
  methodRef: string | null;
  /** `seti_…` */
  setupRef: string | null;
};

const id = z.union([z.string(), z.object({ id: z.string() }).transform((object) => object.id)]);

const eventSchema = z.object({
  data: z.object({
    object: z.looseObject({
      id: z.string(),
      object: z.string(),
      customer: id.nullish().catch(null),
    }),
  }),
});

/** Null when the event is about no wallet. */
export function walletReferencesOf(body: string): WalletReferences | null {
  const parsed = eventSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return null;
  const { object } = parsed.data.data;
  const customerRef = object.customer ?? null;
  switch (object.object) {
    case "payment_method":
      return { customerRef, methodRef: object.id, setupRef: null };
    case "setup_intent":
      return { customerRef, methodRef: null, setupRef: object.id };
    case "customer":
      return { customerRef: object.id, methodRef: null, setupRef: null };
    default:
      return null;
  }
}
