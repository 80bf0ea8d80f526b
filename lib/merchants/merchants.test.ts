import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auth } from "@/lib/auth/auth";
import { database } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { useTestDatabase } from "@/lib/testing/database";
import { createMerchant } from "./create-merchant";
import { createSetupLink, isSetupLinkOpen, redeemSetupLink } from "./setup-link";

useTestDatabase();

beforeAll(() => {
  const AUTH_SECRET = "s".repeat(40);
  globalThis.tenderEnv = readEnv({ DATA_DIR: "/tmp/tender-merchant-test", AUTH_SECRET });
});

afterAll(() => {
  globalThis.tenderEnv = undefined;
});

const tokenOf = (link: string | null) => new URL(link ?? "").searchParams.get("token") ?? "";
const first = { name: "First", email: "first@example.com", password: "a-long-password" };

describe("the first merchant", () => {
  it("is made once by the newest link, however often it is pressed", async () => {
    const old = tokenOf(await createSetupLink());
    const token = tokenOf(await createSetupLink());
    expect(await isSetupLinkOpen(old)).toBe(false);
    expect(await isSetupLinkOpen(token)).toBe(true);
    await expect(redeemSetupLink(old, first)).rejects.toMatchObject({ code: "forbidden" });

    const presses = await Promise.allSettled(
      Array.from({ length: 5 }, (_, i) =>
        redeemSetupLink(token, { ...first, email: `${i}${first.email}` }),
      ),
    );

    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const db = await database();
    expect(await db.merchant.count()).toBe(1);
    expect(await createSetupLink()).toBeNull();
  });

  it("has a hashed password", async () => {
    const db = await database();
    const { password } = await db.merchantAccount.findFirstOrThrow();
    expect(password).not.toContain(first.password);
  });
});

describe("createMerchant", () => {
  it("changes nothing when it is run again, even at once", async () => {
    const mo = { name: "Mo", email: "mo@example.com", password: "first-password" };
    const again = { ...mo, email: "MO@example.com", password: "other-password" };
    const ids = await Promise.all([createMerchant(mo), createMerchant(mo)]);
    ids.push(await createMerchant(again));

    expect(new Set(ids).size).toBe(1);
    const { api } = await auth();
    const body = { email: mo.email, password: mo.password };
    expect((await api.signInEmail({ body })).user.id).toBe(ids[0]);
  });
});
