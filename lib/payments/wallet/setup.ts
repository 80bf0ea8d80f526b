import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { walletAt } from "@/lib/payments/gateways/wallets";
import { keepCard } from "./cards";
import { findGatewayCustomer, type EnsureCustomer, type Owner } from "./customers";
import { withGatewayCustomer } from "./retire";
import { ensureDefault, lockCustomer, writeCard } from "./store";
import type { SavedCard } from "./views";

export type BeginCardSetup = EnsureCustomer & {
  /** off_session: a merchant may charge it later while its owner is away. */
  usage?: "on_session" | "off_session";
  /** The words beside the form; they are kept with the card however its setup ends. */
  consent?: string | null;
};

/**
 * Opens a form for a card that is kept without buying anything.
 * @throws DomainError gateway_down, gateway_declined, gateway_disabled
 */
export async function beginCardSetup(
  command: BeginCardSetup,
): Promise<{ clientSecret: string; setupRef: string }> {
  const { usage = "off_session", consent = null, ...owner } = command;
  return withGatewayCustomer(owner, async ({ id: customerId, gatewayRef: customerRef }) => {
    const setup = { customerRef, customerId, usage, consent };
    const { clientSecret, ref } = await walletAt(owner.gateway).beginSetup(setup);
    return { clientSecret, setupRef: ref };
  });
}

export type FinishedSetup =
  { is: "kept"; card: SavedCard } | { is: "waiting" } | { is: "failed"; message: string | null };

/**
 * How a setup ended, asked when its owner comes back from the bank's page. Whoever comes with the
 * reference of somebody else's setup is told that there is none.
 * @throws DomainError not_found, gateway_down
 */
export async function finishCardSetup(
  { gateway, owner }: Owner,
  setupRef: string,
): Promise<FinishedSetup> {
  const customer = await findGatewayCustomer({ gateway, owner });
  const setup = await walletAt(gateway).lookAtSetup(setupRef);
  if (customer === null || setup.customerRef !== customer.gatewayRef) {
    throw new DomainError("not_found", "There is no such card.");
  }
  if (setup.state === "failed") return { is: "failed", message: setup.message };
  if (setup.state === "waiting" || setup.card === null) return { is: "waiting" };
  const card = await keepCard({
    gateway,
    owner,
    paymentMethodRef: setup.card.ref,
    consent: setup.consent,
    // Whoever adds a card to their own wallet wants to see it at the next checkout.
    allowRedisplay: "always",
    actor: "shopper",
  });
  return { is: "kept", card };
}

/** The same for a setup whose owner never came back: the gateway's event says that it is done. */
export async function keepSetUpCard(
  { gateway, id: customerId }: { gateway: Owner["gateway"]; id: string },
  setupRef: string,
): Promise<void> {
  const { state, card, consent } = await walletAt(gateway).lookAtSetup(setupRef);
  if (state !== "succeeded" || card === null) return;
  await inTransaction(async (tx) => {
    await lockCustomer(tx, customerId);
    await writeCard(tx, customerId, card, { consent, actor: "gateway", at: new Date() });
    await ensureDefault(tx, customerId);
  });
}
