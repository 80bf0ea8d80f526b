import type Stripe from "stripe";
import type { Instrument } from "@/lib/payments/core/types";

/** What a charge was paid with, in our words. */
export function instrumentOf(charge: Stripe.Charge): Instrument {
  const details = charge.payment_method_details;
  const methodRef = charge.payment_method ?? undefined;
  const present = details?.card_present ?? details?.interac_present ?? null;
  if (present !== null) {
    return { kind: details?.type ?? "card_present", ...readAtReader(present), methodRef };
  }
  const card = details?.card ?? null;
  return {
    kind: details?.type ?? "unknown",
    brand: card?.brand ?? null,
    last4: card?.last4 ?? null,
    wallet: card?.wallet?.type ?? null,
    multicapture: card?.multicapture?.status === "available",
    ...(card !== null && { expMonth: card.exp_month, expYear: card.exp_year }),
    funding: card?.funding ?? undefined,
    authorizationCode: card?.authorization_code ?? undefined,
    methodRef,
  };
}

type Present =
  | Stripe.Charge.PaymentMethodDetails.CardPresent
  | Stripe.Charge.PaymentMethodDetails.InteracPresent;

function readAtReader(present: Present): Omit<Instrument, "kind"> {
  return {
    brand: present.brand,
    last4: present.last4,
    wallet: ("wallet" in present ? present.wallet?.type : undefined) ?? null,
    multicapture: false,
    expMonth: present.exp_month,
    expYear: present.exp_year,
    holder: present.cardholder_name ?? undefined,
    funding: present.funding ?? undefined,
    authorizationCode: present.receipt?.authorization_code ?? undefined,
    generatedRef: present.generated_card ?? undefined,
    receipt: receiptOf(present),
  };
}

/** The scheme's rules name what a printed receipt must show; the reader fills in what the card told. */
function receiptOf({ receipt, read_method }: Present): Record<string, string> | undefined {
  if (!receipt) return undefined;
  const lines = { ...receipt, read_method };
  return Object.fromEntries(
    Object.entries(lines).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );
}
