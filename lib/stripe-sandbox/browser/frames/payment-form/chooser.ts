import { drawing, h } from "../../shared/dom";
import { methodArt, methodLabel } from "../../shared/methods";
import type { Strings } from "../../shared/strings";
import type { Panel } from "./panel";

export type Chooser = {
  readonly element: HTMLElement;
  /** `null` while an accordion is collapsed. */
  readonly chosen: Panel | null;
  collapse(): void;
};

type Options = {
  layout: "tabs" | "accordion";
  startsCollapsed: boolean;
  /** The method that was chosen before the form was drawn anew. */
  before: string | null;
  strings: Strings;
  changed(): void;
};

/** Tabs or an accordion over the panels; a single method needs neither. */
export function chooser(panels: readonly Panel[], options: Options): Chooser {
  if (panels.length === 1) return only(panels[0] ?? null);
  return options.layout === "accordion" ? accordion(panels, options) : tabs(panels, options);
}

function only(panel: Panel | null): Chooser {
  const element = h("div", { class: "Panel" }, panel?.element ?? null);
  return { element, chosen: panel, collapse: () => undefined };
}

function firstChoice(panels: readonly Panel[], before: string | null): Panel | null {
  return panels.find(({ type }) => type === before) ?? panels[0] ?? null;
}

function tabs(panels: readonly Panel[], { strings, changed, before }: Options): Chooser {
  let chosen = firstChoice(panels, before);
  const buttons = panels.map((panel) => tabButton(panel, strings, () => choose(panel)));
  const attributes = { class: "Tabs", role: "tablist", "aria-label": strings.paymentMethod };
  const list = h("div", attributes, ...buttons);
  const bodies = panels.map(tabBody);
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = panels.findIndex((panel) => panel === chosen) + step + panels.length;
    const panel = panels[next % panels.length];
    if (panel) choose(panel);
    buttons[next % panels.length]?.focus();
  });
  show();

  function choose(panel: Panel): void {
    chosen = panel;
    show();
    changed();
  }

  function show(): void {
    panels.forEach((panel, index) => {
      const isChosen = panel === chosen;
      const body = bodies[index];
      if (body) body.hidden = !isChosen;
      buttons[index]?.setAttribute("aria-selected", String(isChosen));
      buttons[index]?.setAttribute("tabindex", isChosen ? "0" : "-1");
      buttons[index]?.classList.toggle("Tab--selected", isChosen);
    });
  }

  return {
    element: h("div", {}, list, ...bodies),
    get chosen() {
      return chosen;
    },
    collapse: () => undefined,
  };
}

function tabButton({ type }: Panel, strings: Strings, press: () => void): HTMLElement {
  const icon = drawing(methodArt(type), "TabIcon");
  const text = type === "card" ? strings.card : methodLabel(type);
  const label = h("span", { class: "TabLabel", id: `${type}-label` }, text);
  const attributes = { type: "button", role: "tab", class: "Tab", id: `${type}-tab` };
  const button = h("button", { ...attributes, "aria-controls": `${type}-panel` }, icon, label);
  button.addEventListener("click", press);
  return button;
}

function tabBody({ type, element }: Panel): HTMLElement {
  const attributes = { class: "Panel", role: "tabpanel", id: `${type}-panel` };
  return h("div", { ...attributes, "aria-labelledby": `${type}-label` }, element);
}

function accordion(panels: readonly Panel[], options: Options): Chooser {
  const { strings, changed } = options;
  const isCollapsed = options.startsCollapsed && options.before === null;
  let chosen = isCollapsed ? null : firstChoice(panels, options.before);
  const items = panels.map((panel) => {
    const { type } = panel;
    const radio = h("input", { type: "radio", name: "method", id: `${type}-radio`, value: type });
    const label = type === "card" ? strings.card : methodLabel(type);
    const icon = drawing(methodArt(type), "TabIcon");
    const header = h(
      "label",
      { class: "AccordionItem-header", for: radio.id },
      radio,
      icon,
      h("span", { class: "TabLabel" }, label),
    );
    const body = h("div", { class: "AccordionItem-body" }, panel.element);
    radio.addEventListener("change", () => choose(panel));
    return { panel, radio, body, element: h("div", { class: "AccordionItem" }, header, body) };
  });
  show();

  function choose(panel: Panel | null): void {
    chosen = panel;
    show();
    changed();
  }

  function show(): void {
    for (const { panel, radio, body, element } of items) {
      radio.checked = panel === chosen;
      body.hidden = panel !== chosen;
      element.classList.toggle("AccordionItem--selected", panel === chosen);
    }
  }

  return {
    element: h(
      "fieldset",
      { class: "Accordion" },
      h("legend", { class: "VisuallyHidden" }, strings.paymentMethod),
      ...items.map(({ element }) => element),
    ),
    get chosen() {
      return chosen;
    },
    collapse: () => choose(null),
  };
}
