import type { Translator } from "@/lib/i18n/translator";

/** Why a shopper was sent to a step, in the address, so that a reload keeps saying it. */
const tones = {
  unpaid: "bad",
  renewed: "info",
  changed: "warn",
  gateway: "warn",
  cancelled: "info",
  tooMany: "warn",
} as const;

export type NoticeName = keyof typeof tones;
export type Notice = { tone: (typeof tones)[NoticeName]; title: string; text: string };

const isName = (value: unknown): value is NoticeName => typeof value === "string" && value in tones;

export function readNotice(value: unknown, t: Translator<"checkout">): Notice | null {
  if (!isName(value)) return null;
  return { tone: tones[value], title: t(`${value}Title`), text: t(`${value}Text`) };
}

export function withNotice(path: string, name: NoticeName): string {
  return `${path}?notice=${name}`;
}
