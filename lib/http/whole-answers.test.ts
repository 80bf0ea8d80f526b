import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { sendWhole } from "./whole-answers";

/** Says whether its head had gone before its body was there. */
const server = createServer((request, response) => {
  sendWhole(request, response);
  response.flushHeaders();
  response.end(String(response.headersSent));
});
afterEach(() => void server.close());

async function hasBegunEarly(path: string): Promise<string> {
  const address = await new Promise<ReturnType<typeof server.address>>((resolve) => {
    server.listen(0, () => resolve(server.address()));
  });
  const port = typeof address === "object" && address ? address.port : 0;
  return (await fetch(`http://localhost:${port}${path}`)).text();
}

describe("the head of an answer", () => {
  it("waits for the body where a program asks", async () => {
    expect(await hasBegunEarly("/v2/products")).toBe("false");
  });

  it("goes ahead where a browser asks", async () => {
    expect(await hasBegunEarly("/products")).toBe("true");
  });
});
