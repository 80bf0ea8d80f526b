import { stripe } from "@/lib/payments/gateways/stripe/client";

/** A shopper who holds a card to a new reader: it reads the card and asks its bank, and tells us nothing. */
export async function tapCard(
  gatewayRef: string | null | undefined,
  { number, tipMinor = 0 }: { number?: string | undefined; tipMinor?: number } = {},
): Promise<void> {
  const { readers } = stripe().terminal;
  const { id } = await readers.create({ registration_code: "simulated-wpe" });
  await readers.processPaymentIntent(id, { payment_intent: gatewayRef ?? "" });
  const card = number === undefined ? {} : ({ card_present: { number } } as const);
  const tip = tipMinor === 0 ? {} : { amount_tip: tipMinor };
  const shown = { type: "card_present", ...card, ...tip } as const;
  await stripe().testHelpers.terminal.readers.presentPaymentMethod(id, shown);
}
