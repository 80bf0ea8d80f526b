import { localeOfTag } from "@/lib/i18n/locales";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { Checkout } from "./queries";
import type { CodeAnswer } from "./operations/enter-code";

/** The codes of a cart and the field for another one, in finished words. */
export type CodesView = {
  /** `problem`: why it takes nothing off now. */
  used: { id: string; name: string; remove: string; problem: string | null }[];
  /** What became of the code that was sent last. */
  answer: { text: string; isGood: boolean } | null;
  words: { title: string; field: string; use: string };
};

const answers: Partial<
  Record<CodeAnswer, "codeTaken" | "cardTaken" | "codeMissing" | "codeUnknown" | "codeTooMany">
> = {
  code_taken: "codeTaken",
  card_taken: "cardTaken",
  code_missing: "codeMissing",
  code_unknown: "codeUnknown",
  too_many: "codeTooMany",
};

const refusals = [
  "card_disabled",
  "card_expired",
  "card_other_currency",
  "card_empty",
  "why_inactive",
  "why_expired",
  "why_other_currency",
] as const satisfies CodeAnswer[];

/** `answered` stands in the address, so a reload keeps saying it. What is still in the bag says it itself. */
export function codesView(checkout: Checkout, tag: string, answered: unknown): CodesView {
  const t = translator(localeOfTag(tag), "totals");
  const { promotions, idlePromotions, giftCards } = checkout.totals;
  const named = (id: string, name: string, problem: string | null) => {
    return { id, name, remove: t("codeRemove", { code: name }), problem };
  };
  return {
    used: [
      ...promotions.map(({ id, code }) => named(id, code, null)),
      ...idlePromotions.map(({ id, code, why }) => named(id, code, t(`why_${why}`))),
      ...giftCards.map(({ id, last4, problem }) => {
        return named(id, t("giftCard", { last4 }), problem && t(`card_${problem}`));
      }),
    ],
    answer: codeAnswer(answered, t),
    words: { title: t("codeTitle"), field: t("codeField"), use: t("codeUse") },
  };
}

/** What became of a code, in words; null where the bag says it itself. */
export function codeAnswer(answered: unknown, t: Translator<"totals">): CodesView["answer"] {
  const key = Object.entries(answers).find(([name]) => name === answered)?.[1];
  const refusal = refusals.find((name) => name === answered);
  const text = key ? t(key) : refusal ? t(refusal) : null;
  const isGood = answered === "code_taken" || answered === "card_taken";
  return text === null ? null : { text, isGood };
}
