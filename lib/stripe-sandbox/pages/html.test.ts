import { describe, expect, it } from "vitest";
import { html, jsonForScript } from "./html";

describe("html", () => {
  it("escapes every value, in text and in attributes", () => {
    const evil = `"><script>alert('x')</script>&`;
    expect(html`<p title="${evil}">${evil}</p>`.text).not.toMatch(/<script|">{2}|'x'/);
  });

  it("keeps markup that it made itself, in lists too", () => {
    const items = ["a", "<b>"].map((text) => html`<i>${text}</i>`);
    expect(html`<p>${items}</p>`.text).toBe("<p><i>a</i><i>&#60;b&#62;</i></p>");
  });

  it("writes nothing for what is absent, and zero for zero", () => {
    expect(html`<p>${null}${undefined}${false}${0}</p>`.text).toBe("<p>0</p>");
  });
});

describe("jsonForScript", () => {
  it("cannot be closed by its content", () => {
    expect(jsonForScript({ a: "</script>" }).text).not.toContain("</script>");
  });
});
