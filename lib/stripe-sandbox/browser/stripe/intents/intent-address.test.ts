import { describe, expect, it } from "vitest";
import { intentAddress } from "./intent-address";

describe("intentAddress", () => {
  it.each([
    ["pi_1abc_secret_xyz", "/v1/payment_intents/pi_1abc"],
    ["seti_1abc_secret_xyz", "/v1/setup_intents/seti_1abc"],
  ])("finds the intent of %s", (secret, path) => expect(intentAddress(secret).path).toBe(path));

  it.each(["", "pi_1abc", "cs_test_1_secret_x", undefined, null, 42])("refuses %j", (secret) =>
    expect(() => intentAddress(secret)).toThrow("Invalid value for clientSecret"),
  );
});
