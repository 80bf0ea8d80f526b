/** Why a shopper was sent to a step, in the address, so that a reload keeps saying it. */
const notices = {
  unpaid: {
    tone: "bad",
    title: "The payment did not go through",
    text: "Nothing was charged. Your goods are still reserved: please try again.",
  },
  renewed: {
    tone: "info",
    title: "The payment form had expired",
    text: "This is a fresh one, for the same order. Nothing was charged.",
  },
  changed: {
    tone: "warn",
    title: "Your bag or a price has changed",
    text: "Please check the new total before you pay. Nothing was charged.",
  },
  gateway: {
    tone: "warn",
    title: "The payment provider does not answer",
    text: "Please try again in a moment. Your order is kept, and nothing was charged.",
  },
} as const;

export type NoticeName = keyof typeof notices;
export type Notice = (typeof notices)[NoticeName];

const isName = (value: unknown): value is NoticeName =>
  typeof value === "string" && value in notices;

export function readNotice(value: unknown): Notice | null {
  return isName(value) ? notices[value] : null;
}

export function withNotice(path: string, name: NoticeName): string {
  return `${path}?notice=${name}`;
}
