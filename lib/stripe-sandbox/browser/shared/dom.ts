type Attributes = Record<string, string | number | boolean | undefined>;

/** Builds an element; text children become text nodes, so nothing typed is ever read as markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** For pictures that this program draws itself; never for text from outside. */
export function drawing(svg: string, className: string): HTMLElement {
  const holder = h("span", { class: className, "aria-hidden": "true" });
  holder.innerHTML = svg;
  return holder;
}
