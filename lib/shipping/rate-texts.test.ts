import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/testing/database";
import { findRate, saveRate, type RateDraft } from "./manage";
import { rateTextsForm, rateTextValues } from "./rate-texts";
import { findShippingRates } from "./rates";

useTestDatabase();

const rate: Omit<RateDraft, "translations"> = {
  id: null,
  code: "standard",
  name: "Standard",
  description: "By post",
  zoneId: null,
  basis: "flat",
  maxGrams: null,
  minDays: 2,
  maxDays: 5,
  position: 0,
  active: true,
  prices: [{ currency: "EUR", amountMinor: 500, freeFromMinor: null, tiers: [] }],
};

describe("a rate's texts in other languages", () => {
  it("are what its form says, without what is left empty", () => {
    const typed = {
      name: "Standard",
      name_de: " Standardversand ",
      name_fr: "",
      description_ja: "郵便",
    };
    expect(rateTextsForm.parse(typed)).toEqual({
      translations: { de: { name: "Standardversand" }, ja: { description: "郵便" } },
    });
  });

  it("are refused beside their field when they are too long", () => {
    const { error } = rateTextsForm.safeParse({ name_de: "x".repeat(61) });
    expect(error?.issues).toMatchObject([{ path: ["name_de"] }]);
  });

  it("are read by shoppers of that language, and can be taken back", async () => {
    const save = (typed: Record<string, string>, id: string | null = null) => {
      const { translations } = rateTextsForm.parse(typed);
      return saveRate({ ...rate, id, translations });
    };
    await save({ name_de: "Standardversand" });
    const parcel = { country: "DE", region: "", currency: "EUR", goodsMinor: 1, weightGrams: 1 };
    const db = await database();
    const shown = async (locale: "de" | "fr") =>
      (await findShippingRates(db, { ...parcel, locale })).map(({ name, description }) => {
        return `${name}, ${description}`;
      });
    expect(await shown("de")).toEqual(["Standardversand, By post"]);
    expect(await shown("fr")).toEqual(["Standard, By post"]);

    const { id } = await db.shippingRate.findUniqueOrThrow({ where: { code: "standard" } });
    const texts = rateTextValues((await findRate(id))?.translations);
    expect(texts.find(({ value }) => value !== "")).toMatchObject({ field: "name", locale: "de" });
    await save({}, id);
    expect(await shown("de")).toEqual(["Standard, By post"]);
  });
});
