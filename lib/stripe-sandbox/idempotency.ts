import { createHash } from "node:crypto";
import { invalidRequest, StripeError } from "./errors";
import type { StoredAnswer } from "./store/records";
import type { Store } from "./store/store";

const KEPT_SECONDS = 24 * 3600;
/** A ceiling for memory: the oldest answers go first, as they would after a day. */
const KEPT_ANSWERS = 100_000;
const MAX_KEY_LENGTH = 255;

export function digestOf(method: string, path: string, body: string): string {
  return createHash("sha1").update(`${method} ${path}\n${body}`).digest("base64");
}

/** The answer that this key got before, or null. The same key with other parameters is refused. */
export function storedAnswer(
  store: Store,
  key: string,
  request: { method: string; path: string; digest: string; now: number },
): StoredAnswer | null {
  if (key.length > MAX_KEY_LENGTH) {
    throw new StripeError(400, {
      type: "idempotency_error",
      message: `The Idempotency-Key header must be at most ${MAX_KEY_LENGTH} characters.`,
    });
  }
  const answer = store.answers.find(key);
  if (answer === undefined || answer.created + KEPT_SECONDS < request.now) return null;
  if (answer.digest === request.digest) return answer;
  if (answer.path !== undefined && answer.path !== request.path) {
    throw new StripeError(400, {
      type: "idempotency_error",
      message: `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${answer.path}' vs '${request.path}'). Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  }
  throw new StripeError(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}

export function keepAnswer(store: Store, answer: StoredAnswer): void {
  store.answers.save(answer);
  if (store.answers.size <= KEPT_ANSWERS) return;
  for (const old of store.answers.oldest()) {
    store.answers.remove(old.id);
    if (store.answers.size <= KEPT_ANSWERS) return;
  }
}

/** 409: the first request with this key has no answer yet. */
export const keyInUse = (key: string) =>
  invalidRequest(
    `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    { code: "idempotency_key_in_use" },
    409,
  );
