import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnv, type Env } from "@/lib/env";
import { newToken } from "@/lib/ids";
import { testSettings } from "@/lib/testing/sandbox";
import { readOrderLink, signOrderLink } from "./order-link";

let before: Env | undefined;
beforeAll(() => {
  before = globalThis.tenderEnv;
  globalThis.tenderEnv = readEnv(testSettings("http://127.0.0.1:1", "/tmp"));
});
afterAll(() => {
  globalThis.tenderEnv = before;
});

const accessToken = newToken();
const hour = 3_600_000;
const now = Date.UTC(2026, 0, 1);

describe("an order's link", () => {
  it("opens its order until it ends, and then says that it has ended", () => {
    const link = signOrderLink(accessToken, hour, now);
    expect(readOrderLink(link, now + hour - 2000)).toEqual({ accessToken, is: "signed" });
    expect(readOrderLink(link, now + hour + 1000)).toEqual({ accessToken, is: "expired" });
    expect(link.length).toBeLessThan(70);
  });

  it("is worth nothing when its end is moved, or put onto another order", () => {
    const [, , signature] = signOrderLink(accessToken, hour, now).split(".");
    const [, later] = signOrderLink(accessToken, 1000 * hour, now).split(".");
    expect(readOrderLink(`${accessToken}.${later}.${signature}`, now)).toBeNull();
    const [, until] = signOrderLink(accessToken, hour, now).split(".");
    expect(readOrderLink(`${newToken()}.${until}.${signature}`, now)).toBeNull();
  });

  it.each(["", "x", "..", `${accessToken}.`, `${accessToken}.zzzzzz`, `${accessToken}/pay`])(
    "%j is no link",
    (link) => expect(readOrderLink(link, now)).toBeNull(),
  );

  it("knows a bare token", () => {
    expect(readOrderLink(accessToken, now)).toEqual({ accessToken, is: "bare" });
  });
});
