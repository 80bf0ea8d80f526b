import { brandLabel } from "../../shared/card-brand";
import { brandArt } from "../../shared/brand-art";
import { drawing, h } from "../../shared/dom";
import type { SavedCard } from "../../shared/protocol";
import { fill, type Strings } from "../../shared/strings";
import type { Panel } from "./panel";

export type SavedCardsOptions = {
  strings: Strings;
  canRemove: boolean;
  changed(): void;
  remove(card: SavedCard): void;
};

/** The card panel with the shopper's saved cards above it; the newest saved card is chosen first. */
export function withSavedCards(
  panel: Panel,
  cards: readonly SavedCard[],
  options: SavedCardsOptions,
): Panel {
  const { strings } = options;
  let chosen: string | null = cards[0]?.id ?? null;
  const rows = new Map(cards.map((card) => [card.id, savedRow(card, options, choose)]));
  const other = radioRow("new-card", strings.newCard, null);
  other.radio.addEventListener("change", () => choose(null));
  const list = h(
    "fieldset",
    { class: "SavedCards" },
    h("legend", { class: "Label" }, strings.saved),
    ...[...rows.values()].map(({ element }) => element),
    other.element,
  );
  const element = h("div", { class: "Fields" }, list, panel.element);
  show();

  function choose(id: string | null): void {
    chosen = id;
    show();
    options.changed();
  }

  function show(): void {
    panel.element.hidden = chosen !== null;
    other.radio.checked = chosen === null;
    for (const [id, { radio }] of rows) radio.checked = id === chosen;
  }

  return {
    ...panel,
    element,
    savedId: () => chosen,
    wantsSaving: () => chosen === null && panel.wantsSaving(),
  };
}

function savedRow(card: SavedCard, options: SavedCardsOptions, choose: (id: string) => void) {
  const { strings, canRemove } = options;
  const values = { brand: brandLabel(card.brand), last4: card.last4 };
  const label = fill(strings.savedCard, values);
  const expiry = `${String(card.expMonth).padStart(2, "0")} / ${String(card.expYear).slice(-2)}`;
  const row = radioRow(card.id, label, h("span", { class: "SavedCard-expiry" }, expiry));
  row.element.querySelector(".SavedCard-label")?.prepend(drawing(brandArt(card.brand), "Brand"));
  row.radio.addEventListener("change", () => choose(card.id));
  if (!canRemove) return row;
  const name = `${strings.remove}: ${label}`;
  const remove = h("button", { type: "button", class: "Link", "aria-label": name }, strings.remove);
  remove.addEventListener("click", () => {
    remove.disabled = true;
    options.remove(card);
  });
  row.element.append(remove);
  return row;
}

function radioRow(id: string, label: string, extra: Node | null) {
  const radio = h("input", { type: "radio", name: "saved-card", id: `saved-${id}`, value: id });
  const text = h("span", { class: "SavedCard-label" }, label);
  const element = h(
    "div",
    { class: "SavedCard" },
    h("label", { for: radio.id }, radio, text, extra),
  );
  return { element, radio };
}
