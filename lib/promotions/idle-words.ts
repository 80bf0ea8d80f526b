import type { IdleReason } from "./discounts";

/** For programs, and for people who work here; shoppers read it in their own language. */
const words = {
  inactive: "This code is not valid any more.",
  not_yet: "This code is not valid yet.",
  expired: "This code has expired.",
  other_currency: "This code is for orders in another currency.",
  below_minimum: "Your order is too small for this code.",
  no_goods: "Nothing in this order belongs to this code.",
  alone: "This code is not used together with another one.",
  used_up: "This code has been used up.",
  used_by_you: "This code was used with this e-mail already.",
  not_first: "This code is for a first order.",
} as const satisfies Record<IdleReason, string>;

export const idleWords = (why: IdleReason): string => words[why];
