import type { Scope } from "../scope";

/** A new attempt makes the pages of the last one stale. */
export function closeChallenges(scope: Scope, intent: { id: string }): void {
  for (const challenge of scope.store.challenges.by("intent", intent.id)) {
    if (challenge.status === "open")
      scope.store.challenges.save({ ...challenge, status: "failed" });
  }
  scope.world.timers.cancel(scope, intent.id, "settle_intent");
  scope.world.timers.cancel(scope, intent.id, "expire_voucher");
}
