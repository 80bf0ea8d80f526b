/** The steps in their order; each is an address of its own, so Back and reload are the browser's. */
export const steps = ["details", "shipping", "payment"] as const;
export type Step = (typeof steps)[number];

export const stepPath = {
  details: "/checkout",
  shipping: "/checkout/shipping",
  payment: "/checkout/payment",
} as const satisfies Record<Step, string>;

type Progress = {
  /** Contact and addresses have no problems. */
  detailsComplete: boolean;
  /** An order was placed of exactly this cart. */
  orderPlaced: boolean;
};

/** The furthest step that may be shown: asking for a later one leads back to it. */
export function furthestStep({ detailsComplete, orderPlaced }: Progress): Step {
  if (!detailsComplete) return "details";
  return orderPlaced ? "payment" : "shipping";
}

/** Where to send a shopper who asked for `wanted`, or null when it may be shown. */
export function detour(wanted: Step, progress: Progress): string | null {
  const furthest = furthestStep(progress);
  return steps.indexOf(wanted) <= steps.indexOf(furthest) ? null : stepPath[furthest];
}
