import { likelyCountry } from "../../shared/countries";
import { pathIn, textIn } from "../../shared/options";
import { methodSpec } from "../../shared/methods";
import type { FrameInit, FramePayment } from "../../shared/protocol";
import { fill, stringsFor } from "../../shared/strings";
import { cardPanel } from "./card-panel";
import { methodPanel } from "./method-panel";
import type { Panel } from "./panel";
import { withSavedCards } from "./saved-cards";

type Events = { changed(): void; removeSavedCard(id: string): void };

const nothingKnown: FramePayment = {
  mode: "payment",
  amount: null,
  currency: null,
  merchantName: "the merchant",
  methodTypes: ["card"],
  savedCards: [],
  canRemoveSavedCards: false,
  offersSaving: false,
  email: null,
  country: null,
  billing: null,
  shipping: null,
};

/** One panel for each payment method that the payment takes and this form knows. */
export function buildPanels(init: FrameInit, events: Events): Panel[] {
  const payment = init.payment ?? nothingKnown;
  const types = payment.methodTypes.length === 0 ? ["card"] : payment.methodTypes;
  const ordered = inOrder(types, init.options["paymentMethodOrder"]);
  const strings = stringsFor(init.locale);
  const panels = ordered.flatMap((type): Panel[] => {
    if (type === "card") return [buildCardPanel(init, payment, events)];
    const method = methodSpec(type);
    if (method === null) return [];
    const { merchantName: merchant, email } = payment;
    return [methodPanel(method, { strings, merchant, email, changed: events.changed })];
  });
  return panels.length === 0 ? [buildCardPanel(init, payment, events)] : panels;
}

function buildCardPanel(init: FrameInit, payment: FramePayment, events: Events): Panel {
  const strings = stringsFor(init.locale);
  const defaults = pathIn(init.options, "defaultValues", "billingDetails", "address");
  const hidden = pathIn(init.options, "fields", "billingDetails", "address");
  // A bill whose address is known is not asked for a part of it again.
  const isBilled = Boolean(payment.billing?.address.line1);
  const asks = (field: string) =>
    !isBilled && hidden !== "never" && textIn(hidden, field) !== "never";
  const panel = cardPanel({
    strings,
    locale: init.locale,
    country: textIn(defaults, "country") ?? payment.country ?? likelyCountry(navigator.languages),
    postalCode: textIn(defaults, "postal_code") ?? "",
    asksCountry: asks("country"),
    asksPostalCode: asks("postalCode"),
    offersSaving: payment.offersSaving,
    terms: cardTerms(init, payment),
    changed: events.changed,
  });
  if (payment.savedCards.length === 0) return panel;
  return withSavedCards(panel, payment.savedCards, {
    strings,
    canRemove: payment.canRemoveSavedCards,
    changed: events.changed,
    remove: ({ id }) => events.removeSavedCard(id),
  });
}

function cardTerms({ options, locale }: FrameInit, payment: FramePayment): string | null {
  const wanted = textIn(options["terms"], "card") ?? "auto";
  const isKept = payment.mode === "setup" || wanted === "always";
  if (!isKept || wanted === "never") return null;
  return fill(stringsFor(locale).cardTerms, { merchant: payment.merchantName });
}

export function readLayout(options: Record<string, unknown>): {
  layout: "tabs" | "accordion";
  startsCollapsed: boolean;
} {
  const { layout } = options;
  const type = typeof layout === "string" ? layout : textIn(layout, "type");
  const startsCollapsed = pathIn(layout, "defaultCollapsed") === true;
  return { layout: type === "accordion" ? "accordion" : "tabs", startsCollapsed };
}

function inOrder(types: readonly string[], wanted: unknown): string[] {
  if (!Array.isArray(wanted)) return [...types];
  const rank = (type: string) => (wanted.includes(type) ? wanted.indexOf(type) : wanted.length);
  return types.toSorted((a, b) => rank(a) - rank(b));
}
