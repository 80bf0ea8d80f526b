import { expireSession } from "./endpoints/checkout-sessions";
import { expireAuthorization, expireVoucher, settleIntent } from "./payments/settle";
import { settleRefund } from "./payments/settle-refund";
import type { TimerHandlers } from "./timers";

/** What happens by itself, by kind. */
export const timerHandlers: TimerHandlers = {
  settle_intent: settleIntent,
  expire_authorization: expireAuthorization,
  expire_session(scope, id) {
    const session = scope.store.sessions.find(id);
    if (session?.status === "open") expireSession(scope, session);
  },
  expire_voucher: expireVoucher,
  settle_refund: settleRefund,
};
