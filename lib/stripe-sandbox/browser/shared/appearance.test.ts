import { describe, expect, it } from "vitest";
import { appearanceRules, appearanceVariables } from "./appearance";

describe("appearanceVariables", () => {
  it("fills what is not given from the theme", () => {
    const night = appearanceVariables({ theme: "night", variables: { colorPrimary: "#ff8800" } });

    expect(night).toMatchObject({ colorPrimary: "#ff8800", colorText: "#ffffff" });
  });

  it.each(["url(https://evil.test/a)", "red; background: url(x)", "red } body { color: red"])(
    "leaves out %j",
    (colorText) => {
      const variables = appearanceVariables({ variables: { colorText } });
      expect(variables["colorText"]).toBe(appearanceVariables({})["colorText"]);
    },
  );
});

describe("appearanceRules", () => {
  it("writes documented class names with their declarations", () => {
    const rules = { ".Input:focus": { borderColor: "red", boxShadow: "none" } };
    expect(appearanceRules({ rules })).toEqual([
      ".Input:focus { border-color: red; box-shadow: none }",
    ]);
  });

  it.each(["body", "*", "input[value^='4']", ".Input } body {"])("refuses %j", (selector) =>
    expect(appearanceRules({ rules: { [selector]: { color: "red" } } })).toEqual([]),
  );
});
