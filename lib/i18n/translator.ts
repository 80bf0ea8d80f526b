import { IntlMessageFormat } from "intl-messageformat";
import { intlTag, type Locale } from "./locales";
import { messages, type Messages } from "./messages";

export type Namespace = keyof Messages;
type Key<N extends Namespace> = Extract<keyof Messages[N], string>;

/** "{count, plural, …} of {total}" → "count" | "total". What plural forms contain is no name. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Rest}`
  ? NameAt<Rest> | NamesIn<Rest>
  : never;
type NameAt<Rest extends string> = Rest extends `${infer Head}}${string}`
  ? OnlyName<Head extends `${infer Name},${string}` ? Name : Head>
  : never;
type OnlyName<Name extends string> = Name extends `${string}${" " | "#"}${string}` ? never : Name;

type Values<Text> = Text extends string
  ? [NamesIn<Text>] extends [never]
    ? []
    : [values: Record<NamesIn<Text>, string | number>]
  : [];

/** Gives a text of one part of the shop in one language. The compiler knows its keys and their values. */
export type Translator<N extends Namespace> = {
  readonly locale: Locale;
  /** The tag for `Intl`, `formatMoney` and dates: "de-DE". */
  readonly tag: string;
  <K extends Key<N>>(key: K, ...values: Values<Messages[N][K]>): string;
};

const compiled = new Map<string, IntlMessageFormat>();

/** Texts without values are given as they are; the others are compiled once for each process. */
function format(locale: Locale, text: string, values: Record<string, string | number>): string {
  const key = `${locale}:${text}`;
  const known = compiled.get(key) ?? new IntlMessageFormat(text, intlTag(locale));
  compiled.set(key, known);
  return String(known.format(values));
}

export function translator<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const texts: Readonly<Record<string, string>> = messages[namespace][locale];
  const translate = (key: string, values?: Record<string, string | number>): string => {
    const text = texts[key];
    if (text === undefined) throw new Error(`There is no text "${namespace}.${key}".`);
    return values === undefined ? text : format(locale, text, values);
  };
  return Object.assign(translate, { locale, tag: intlTag(locale) });
}
