import { DomainError } from "@/lib/errors";
import { gatewayFor, terminalFor } from "@/lib/payments/gateways/registry";
import { keepCard } from "@/lib/payments/wallet/cards";
import type { SavedCard } from "@/lib/payments/wallet/views";
import type { RegisterAccount } from "../accounts";
import { customerRefOf, ownerOf } from "../customers";
import { requireInPerson, type InPersonPayment } from "../in-person";
import { lookInPerson } from "./look";

export type SaveCard = {
  account: RegisterAccount;
  externalCustomerId: string;
  actor: string;
  /** The words that the shopper agreed to, where the till asked. */
  consent?: string | undefined;
} & (
  | { paymentRef: string }
  /** `pm_…`, such as a reader's `readReusableCard` gives. */
  | { methodRef: string }
  /** `seti_…`: a card that a reader took without a payment. */
  | { setupRef: string }
);

export type KeptCard = SavedCard & { customerRef: string };

/**
 * Keeps a card for a customer, whom only the caller's own name names. Of a card at a reader the reusable
 * card is kept that the gateway made of it, and only once its payment is captured. Asked again it gives the
 * same card.
 *
 * @throws DomainError not_found; wrong_state while the payment is not captured, or when the card belongs to
 *   another customer; gateway_cannot where no reusable card can be made of it, as of a phone's wallet
 */
export async function saveCard(command: SaveCard): Promise<KeptCard> {
  const { account, externalCustomerId, actor, consent = null } = command;
  const methodRef = await methodOf(command);
  const customerRef = await customerRefOf(account, externalCustomerId);
  const owner = ownerOf(account, externalCustomerId);
  const { gateway } = account;
  const kept = await keepCard({ gateway, owner, paymentMethodRef: methodRef, consent, actor });
  return { ...kept, customerRef };
}

async function methodOf(command: SaveCard): Promise<string> {
  const { account } = command;
  if ("methodRef" in command) return command.methodRef;
  if ("setupRef" in command) return methodOfSetup(account, command.setupRef);
  const payment = await requireInPerson(account, { gatewayRef: command.paymentRef });
  return methodOfPayment(await lookInPerson(account, payment));
}

async function methodOfSetup(account: RegisterAccount, setupRef: string): Promise<string> {
  const setup = await terminalFor(account.gateway).setup(setupRef);
  if (setup.status !== "succeeded") {
    throw new DomainError("wrong_state", "No card was given for this setup yet.");
  }
  return setup.methodRef ?? refuseWallet();
}

async function methodOfPayment({ payment, methodType }: InPersonPayment): Promise<string> {
  const isPresent = methodType === "card_present" && payment.collectedBy === "card_present";
  if (isPresent && payment.capturedMinor === 0) {
    throw new DomainError("wrong_state", "The payment must be captured before its card is saved.");
  }
  if (payment.authorizedMinor === 0 || payment.voidedMinor >= payment.authorizedMinor) {
    throw new DomainError("wrong_state", "No card was charged by this payment.");
  }
  const { instrument, gatewayRef, gateway } = payment;
  const known = isPresent ? instrument?.generatedRef : instrument?.methodRef;
  if (known !== undefined) return known;
  // The gateway may have made it after we last looked.
  const again = await gatewayFor(gateway).lookAtRef(gatewayRef ?? "");
  if (again.kind === "unknown") {
    throw new DomainError("gateway_down", "The payment service does not answer. Try again soon.");
  }
  const seen = again.kind === "seen" ? again.snapshot.instrument : null;
  return (isPresent ? seen?.generatedRef : seen?.methodRef) ?? refuseWallet();
}

function refuseWallet(): never {
  const message =
    "This card cannot be kept: a phone or watch, or its bank, gives no reusable card.";
  throw new DomainError("gateway_cannot", message);
}

/** Begins to keep a card without a payment: `clientSecret` is for the reader in the browser. */
export async function beginCardSetup(command: {
  account: RegisterAccount;
  externalCustomerId?: string | undefined;
  key: string;
}): Promise<{ ref: string; clientSecret: string }> {
  const { account, externalCustomerId, key } = command;
  const customerRef =
    externalCustomerId === undefined ? undefined : await customerRefOf(account, externalCustomerId);
  return terminalFor(account.gateway).beginSetup({ key: `${account.id}:${key}`, customerRef });
}
