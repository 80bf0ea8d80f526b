import { describe, expect, it } from "vitest";
import { chooseLocale } from "./choice";
import { localeOfTag } from "./locales";

describe("chooseLocale", () => {
  it.each([
    { wishes: "de-AT,de;q=0.9,en;q=0.8", is: "de" },
    { wishes: "tlh,fr-CA;q=0.5", is: "fr" },
    { wishes: "ja", is: "ja" },
    { wishes: "en;q=0.2,es;q=0.9", is: "es" },
    { wishes: "pt-BR,pt;q=0.9", is: "en" },
    { wishes: "*, ;q=, %%%", is: "en" },
    { wishes: null, is: "en" },
  ])("reads $wishes as $is", ({ wishes, is }) => {
    expect(chooseLocale({ cookie: undefined, acceptLanguage: wishes })).toBe(is);
  });

  it("does what the visitor chose, whatever the browser asks for", () => {
    expect(chooseLocale({ cookie: "ja", acceptLanguage: "de" })).toBe("ja");
    expect(chooseLocale({ cookie: "<script>", acceptLanguage: "de" })).toBe("de");
  });
});

describe("localeOfTag", () => {
  it.each([
    { tag: "de-CH", is: "de" },
    { tag: "en-US", is: "en" },
    { tag: "xx", is: "en" },
  ])("reads $tag as $is", ({ tag, is }) => expect(localeOfTag(tag)).toBe(is));
});
