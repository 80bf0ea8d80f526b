import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { storeSettingsSchema } from "./schema";
import { readStoreSettings, saveStoreSettings } from "./store-settings";

describe("the store's settings", () => {
  useTestDatabase();

  it("are the defaults until a merchant saves others", async () => {
    expect(await readStoreSettings()).toEqual(storeSettingsSchema.parse({}));
  });

  it("count at once, also where another process has saved them", async () => {
    const settings = storeSettingsSchema.parse({});
    await saveStoreSettings({ ...settings, way: "hosted" });
    expect((await readStoreSettings()).way).toBe("hosted");

    const kept = globalThis.tenderStoreSettings;
    await saveStoreSettings({ ...settings, way: "embedded" });
    // What this process knew is what another one knows that has not looked since.
    globalThis.tenderStoreSettings = kept;
    expect((await readStoreSettings()).way).toBe("embedded");
  });

  it.each([
    { promise: "a colour that is none", branding: { buttonColor: "red" } },
    { promise: "a picture that Stripe cannot fetch", branding: { logoUrl: "http://a.test/x.png" } },
  ])("refuse $promise", ({ branding }) => {
    expect(storeSettingsSchema.safeParse({ branding }).success).toBe(false);
  });
});
