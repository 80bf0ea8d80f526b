/** Markup that is safe to send: made by `html`, which escapes every value put into it. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | false | undefined | readonly Part[];

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const text = strings.map(
    (string, index) => string + (index < parts.length ? show(parts[index]) : ""),
  );
  return new Html(text.join(""));
}

/** For style sheets and drawings that this program holds itself; never for text from outside. */
export function trusted(text: string): Html {
  return new Html(text);
}

function show(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "string" || typeof part === "number") return escape(String(part));
  return part.map(show).join("");
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A value for a `<script type="application/json">`, which no content can close. */
export function jsonForScript(value: unknown): Html {
  return new Html(JSON.stringify(value).replace(/</g, "\\u003c"));
}
