/**
 * HTML that cannot be broken out of: the `html` tag escapes every value that is not itself HTML made
 * by the tag. Mail carries what strangers typed (names, addresses, notes), so there is no other way to
 * build it here.
 */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = Html | string | number | null | false | readonly Value[];

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function markupOf(value: Value): string {
  if (value === null || value === false) return "";
  if (value instanceof Html) return value.markup;
  if (typeof value === "object") return value.map(markupOf).join("");
  return String(value).replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
}

export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  const markup = parts.reduce((text, part, i) => {
    const value = values[i];
    return text + part + (value === undefined ? "" : markupOf(value));
  }, "");
  return new Html(markup);
}
