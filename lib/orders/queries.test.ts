import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId, newToken } from "@/lib/ids";
import { useTestDatabase } from "@/lib/testing/database";
import { findOrder, findOrders } from "./queries";
import { findShopperOrder } from "./shopper-queries";

useTestDatabase();

const accessToken = newToken();
const ids = { ada: newId(), grace: newId() };

beforeAll(async () => {
  const db = await database();
  const shared = {
    channel: "storefront",
    currency: "JPY",
    billingAddress: { name: "A" },
    subtotalMinor: 500n,
    totalMinor: 500n,
  };
  const placed = {
    number: 1042n,
    placedAt: new Date(),
    status: "complete",
    payment: "paid",
  } as const;
  await db.order.createMany({
    data: [
      { ...shared, ...placed, id: ids.ada, accessToken, email: "ada@example.com", name: "Ada L" },
      {
        ...shared,
        id: ids.grace,
        accessToken: newToken(),
        email: "grace@navy.test",
        name: "Grace H",
      },
    ],
  });
});

const found = async (query: Parameters<typeof findOrders>[0]) =>
  (await findOrders(query)).orders.map(({ name }) => name);

describe("findOrders", () => {
  it.each([
    { promise: "a number", query: { search: "1042" } },
    { promise: "a number with its sign", query: { search: " #1042 " } },
    { promise: "an e-mail address, however it is written", query: { search: "Ada@Example.com" } },
    { promise: "the beginning of a name", query: { search: "ada" } },
    { promise: "an id", query: { search: ids.ada } },
    { promise: "a status", query: { status: "complete" } },
    { promise: "a payment status", query: { payment: "paid" } },
  ] as const)("finds by $promise", async ({ query }) =>
    expect(await found(query)).toEqual(["Ada L"]),
  );

  it("finds nothing by an unknown gateway reference", async () => {
    expect(await found({ search: "pi_nobody" })).toEqual([]);
  });

  it("counts, and keeps pages within their bounds", async () => {
    const list = await findOrders({ page: -3 });
    expect(list).toMatchObject({ page: 1, pages: 1, total: 2, totalIsExact: true });
  });
});

describe("findOrder", () => {
  it("gives the whole order, and null for what is no id", async () => {
    expect(await findOrder(ids.ada)).toMatchObject({ number: 1042, currency: "JPY" });
    expect(await findOrder("1042")).toBeNull();
  });
});

describe("findShopperOrder", () => {
  it("opens with the token and with nothing else", async () => {
    expect(await findShopperOrder(accessToken)).toMatchObject({ state: "placed", number: 1042 });
    expect(await findShopperOrder(newToken())).toBeNull();
    expect(await findShopperOrder(ids.ada)).toBeNull();
  });
});
