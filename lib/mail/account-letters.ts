import type { Translator } from "@/lib/i18n/translator";
import type { AccountCause, Letter } from "./types";

/** Mails about an account and not about an order. Pure. */
export function writeAccountLetter(cause: AccountCause, t: Translator<"mail">): Letter {
  const letter = {
    tone: "neutral",
    eyebrow: t("verifyEyebrow"),
    facts: [],
    showOrder: false,
  } as const;
  const button = (label: string) => ({ label, url: cause.url });
  switch (cause.kind) {
    case "verify_email":
      return {
        ...letter,
        facts: [],
        subject: t("verifySubject"),
        preview: t("verifyPreview"),
        heading: t("verify"),
        paragraphs: [t("verifyText")],
        button: button(t("verifyButton")),
      };
    case "account_exists":
      return {
        ...letter,
        facts: [],
        subject: t("existsSubject"),
        preview: t("existsPreview"),
        heading: t("exists"),
        paragraphs: [t("existsText")],
        button: button(t("existsButton")),
      };
    case "reset_password":
      return {
        ...letter,
        facts: [],
        subject: t("resetSubject"),
        preview: t("resetPreview"),
        heading: t("reset"),
        paragraphs: [t("resetText")],
        button: button(t("resetButton")),
      };
  }
}
