import { describe, expect, it } from "vitest";
import { boundedText } from "./bounded-text";

/** A body whose length nobody announced, and how much of it was asked for. */
function streamed(parts: number, partBytes: number) {
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (given === parts) return controller.close();
      given += 1;
      controller.enqueue(new Uint8Array(partBytes).fill(97));
    },
  });
  const streaming = { method: "POST", body, duplex: "half" };
  const request = new Request("http://localhost/", streaming);
  return { request, given: () => given };
}

describe("the text of a body", () => {
  it("is all of it, up to the limit", async () => {
    expect(await boundedText(streamed(3, 10).request, 30)).toBe("a".repeat(30));
    expect(await boundedText(new Request("http://localhost/"), 30)).toBe("");
  });

  it("is nothing where there is more, and the rest does not stay on the connection", async () => {
    const { request, given } = streamed(100, 10);
    expect(await boundedText(request, 30)).toBeNull();
    expect(given()).toBe(100);
  });

  it("is not read at all where it is announced as larger", async () => {
    const headers = { "Content-Length": "31" };
    const request = new Request("http://localhost/", { method: "POST", body: "short", headers });
    expect(await boundedText(request, 30)).toBeNull();
    expect(request.bodyUsed).toBe(false);
  });

  it("is not waited for without end", async () => {
    const { request, given } = streamed(1_000, 1_000_000);
    expect(await boundedText(request, 30)).toBeNull();
    expect(given()).toBeLessThan(100);
  });
});
