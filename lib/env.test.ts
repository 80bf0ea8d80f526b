import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readEnv, SettingsError } from "./env";

const dataDir = mkdtempSync(join(tmpdir(), "tender-env-"));
const read = (settings: Record<string, string | undefined>) =>
  readEnv({ DATA_DIR: dataDir, ...settings });

function problemsOf(settings: Record<string, string | undefined>): readonly string[] {
  try {
    read(settings);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

const keys = {
  STRIPE_SECRET_KEY: "sk_test_1",
  STRIPE_PUBLISHABLE_KEY: "pk_test_1",
  STRIPE_WEBHOOK_SECRET: "whsec_1",
};

describe("the settings", () => {
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it("need nothing: the result is a working sandbox", () => {
    const env = read({});
    expect(env).toMatchObject({ port: 3000, storeUrl: "http://localhost:3000", demo: true });
    expect(env.stripe).toMatchObject({ mode: "sandbox", url: "http://localhost:4010" });
  });

  it("count an empty value as none", () => {
    expect(read({ DATABASE_URL: "", STRIPE_SECRET_KEY: " " }).databaseUrl).toBeNull();
  });

  it("keep the secret that they made", () => {
    expect(read({}).authSecret).toBe(read({}).authSecret);
    expect(readFileSync(join(dataDir, "auth-secret"), "utf8")).toBe(read({}).authSecret);
  });

  it("make no secret while the store is built", () => {
    const folder = join(dataDir, "of-the-build");
    read({ DATA_DIR: folder, NEXT_PHASE: "phase-production-build" });
    expect(existsSync(folder)).toBe(false);
  });

  it("make no demo of an address that others can reach, or of real keys", () => {
    expect(read({ STORE_URL: "https://shop.example.com" }).demo).toBe(false);
    expect(read(keys).demo).toBe(false);
  });

  it.each([
    { name: "half of the keys", settings: { STRIPE_SECRET_KEY: "sk_test_1" }, says: "others are" },
    { name: "a wrong key", settings: { ...keys, STRIPE_SECRET_KEY: "pk_x" }, says: "sk_test_…" },
    { name: "a wrong port", settings: { PORT: "99999" }, says: "PORT must be a port" },
    { name: "a wrong database", settings: { DATABASE_URL: "mysql://x" }, says: "DATABASE_URL" },
    { name: "a wrong origin", settings: { STORE_URL: "shop" }, says: "STORE_URL" },
    {
      name: "a database without a secret",
      settings: { DATABASE_URL: "postgresql://localhost/tender" },
      says: "AUTH_SECRET must be set",
    },
    {
      name: "half of Connect",
      settings: { ...keys, STRIPE_CONNECT_ACCOUNT: "acct_1" },
      says: "STRIPE_CONNECT_WEBHOOK_SECRET",
    },
  ])("refuse $name in a sentence", ({ settings, says }) => {
    expect(problemsOf(settings).join("\n")).toContain(says);
  });

  it("tell every problem at once", () => {
    expect(problemsOf({ PORT: "x", SMTP_URL: "y" })).toHaveLength(2);
  });
});
