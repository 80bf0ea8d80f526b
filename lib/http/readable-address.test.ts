import { afterAll, beforeAll, expect, it } from "vitest";
import { serve } from "@/lib/testing/serve";
import { refuseUnreadable } from "./readable-address";

let origin = "";
let close: () => void;

beforeAll(async () => {
  const served = await serve((request, response) => {
    if (!refuseUnreadable(request, response)) response.end("served");
  });
  ({ origin, close } = served);
});
afterAll(() => close());

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
