import type Stripe from "stripe";
import type { Place, PlaceAddress, Reader, ReaderTurn, SetupResult } from "../terminal";

/** Readers, places and setups in our words. Pure: nothing here calls Stripe. */
export function setupOf(setup: Stripe.SetupIntent): SetupResult {
  const attempt = typeof setup.latest_attempt === "string" ? null : setup.latest_attempt;
  const details = attempt?.payment_method_details;
  const present = details?.card_present ?? null;
  const typed = present === null ? idOf(setup.payment_method) : null;
  return {
    status:
      setup.status === "succeeded"
        ? "succeeded"
        : setup.status === "canceled"
          ? "failed"
          : "waiting",
    clientSecret: setup.client_secret,
    methodRef: present === null ? typed : idOf(present.generated_card),
    customerRef: idOf(setup.customer),
  };
}

const idOf = (value: string | { id: string } | null): string | null =>
  typeof value === "string" || value === null ? value : value.id;

export function placeOf({ id, display_name, address }: Stripe.Terminal.Location): Place {
  return {
    ref: id,
    name: display_name,
    address: {
      line1: address.line1 ?? "",
      line2: address.line2 ?? undefined,
      city: address.city ?? undefined,
      state: address.state ?? undefined,
      postalCode: address.postal_code ?? undefined,
      country: address.country ?? "",
    },
  };
}

export function stripeAddress({ line1, line2, city, state, postalCode, country }: PlaceAddress) {
  return {
    line1,
    country,
    ...(line2 !== undefined && { line2 }),
    ...(city !== undefined && { city }),
    ...(state !== undefined && { state }),
    ...(postalCode !== undefined && { postal_code: postalCode }),
  };
}

export function readerOf(reader: Stripe.Terminal.Reader): Reader {
  const { action } = reader;
  const forRef =
    idOf(action?.process_payment_intent?.payment_intent ?? null) ??
    idOf(action?.process_setup_intent?.setup_intent ?? null);
  const failure =
    action?.status === "failed"
      ? {
          code: action.failure_code ?? "failed",
          message: action.failure_message ?? "The reader could not take the card.",
        }
      : null;
  return {
    ref: reader.id,
    label: reader.label,
    deviceType: reader.device_type,
    locationRef: idOf(reader.location),
    serialNumber: reader.serial_number,
    online: reader.status === "online",
    isSimulated: reader.device_type.startsWith("simulated"),
    turn: action === null ? null : { forRef, status: turnStatus(action.status), failure },
  };
}

function turnStatus(status: string): ReaderTurn["status"] {
  return status === "in_progress" || status === "succeeded" ? status : "failed";
}
