import type Stripe from "stripe";
import { newId } from "../ids";
import type { Scope } from "../scope";

const DAY_S = 86_400;
const RECOVERABLE_S = 30 * DAY_S;

type Asked = { enabled: boolean; allow_promotion_codes?: boolean | undefined };

export function recoveryOf(asked: Asked | undefined): Stripe.Checkout.Session["after_expiration"] {
  if (asked === undefined) return null;
  const { enabled, allow_promotion_codes = false } = asked;
  return { recovery: { enabled, allow_promotion_codes, expires_at: null, url: null } };
}

/** What an expired session says of how it can be taken up again. */
export function openRecovery(
  scope: Scope,
  session: Stripe.Checkout.Session,
): Stripe.Checkout.Session["after_expiration"] {
  const recovery = session.after_expiration?.recovery;
  if (recovery?.enabled !== true) return session.after_expiration;
  const url = `${scope.world.origin}/r/${session.id}`;
  return { recovery: { ...recovery, expires_at: scope.now + RECOVERABLE_S, url } };
}

/** A new session with the lines of one that expired; null when it cannot be taken up any more. */
export function recoverSession(scope: Scope, id: string): Stripe.Checkout.Session | null {
  const old = scope.store.sessions.find(id);
  const state = scope.store.sessionStates.find(id);
  const recovery = old?.after_expiration?.recovery;
  if (old === undefined || state === undefined || !recovery?.url) return null;
  if ((recovery.expires_at ?? 0) <= scope.now) return null;
  const fresh = newId("cs_test", 58);
  scope.store.sessionStates.save({ ...state, id: fresh, lastError: null });
  const saved = scope.store.sessions.save({
    ...old,
    id: fresh,
    after_expiration: recoveryOf(recovery),
    allow_promotion_codes: recovery.allow_promotion_codes ? true : old.allow_promotion_codes,
    created: scope.now,
    expires_at: scope.now + DAY_S,
    payment_intent: null,
    recovered_from: old.id,
    status: "open",
    url: `${scope.world.origin}/c/pay/${fresh}`,
  });
  scope.after(DAY_S, "expire_session", fresh);
  return saved;
}
