import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refuseUnreadable } from "./readable-address";

let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!refuseUnreadable(request, response)) response.end("served");
  });
  await new Promise<void>((done) => server.listen(0, done));
  const address: AddressInfo | string | null = server.address();
  origin = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => void server.close());

it.each(["/products/%F0%9F", "/%zz", "/checkout/%"])("refuses %s", async (path) => {
  const response = await fetch(origin + path);
  expect([response.status, await response.text()]).toEqual([400, "Bad Request"]);
});

it.each(["/v2/orders/%F0%9F", "/api/orders/%ff?include=items", "/v1/payment/%C3"])(
  "refuses %s in a program's words",
  async (path) => {
    const response = await fetch(origin + path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ title: "Bad Request", status: "400", code: "BAD_REQUEST" }],
      error: { message: expect.any(String) },
    });
  },
);

it.each(["/", "/products/caf%C3%A9", "/v2/orders?filter=%F0%9F", "/%F0%9F%92%B3"])(
  "lets %s pass",
  async (path) => {
    expect(await (await fetch(origin + path)).text()).toBe("served");
  },
);
