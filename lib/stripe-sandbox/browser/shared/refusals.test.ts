import { describe, expect, it } from "vitest";
import { testCards } from "../../methods/test-cards";
import { refusalIn } from "./refusals";

const declines = testCards.flatMap(({ decline }) => decline ?? []);

describe("refusals", () => {
  it.each(["de", "fr-CA", "es", "ja"])("of every test card have words in %s", (locale) => {
    for (const decline of declines) {
      const { message, ...rest } = refusalIn(locale, decline);
      expect(message).not.toBe(decline.message);
      expect(decline).toMatchObject(rest);
    }
  });

  it("stay as the API told them where nothing is translated", () => {
    const unknown = { type: "invalid_request_error", message: "No such thing." };
    expect(refusalIn("de", unknown)).toBe(unknown);
    const [decline = unknown] = declines;
    expect(refusalIn("en-US", decline)).toBe(decline);
    expect(refusalIn("pt-BR", decline)).toBe(decline);
  });

  it("tell a lost connection too", () => {
    const lost = { type: "api_connection_error", message: "We are experiencing issues." };
    expect(refusalIn("de", lost).message).toContain("Internetverbindung");
  });
});
