import * as Shopper from "@epcc-sdk/sdks-shopper";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "@/lib/ids";
import { rows, type Known } from "./elastic-path-methods";
import { officialClients, program } from "./elastic-path-official-clients";
import { openShop } from "./elastic-path-shop";

/**
 * Every method of the official clients that a shop uses for its catalogue, carts, checkout, orders, payments and
 * gateways: it works, or it is refused in the dialect's own words. "ok", or the status of the refusal.
 */
const shop = openShop();
const { dialect } = shop;
const refusal = z.object({
  errors: z.array(z.looseObject({ status: z.number(), title: z.string() })).min(1),
});

async function outcomeOf(call: () => Promise<unknown>): Promise<"ok" | number> {
  try {
    await call();
    return "ok";
  } catch (error) {
    return refusal.parse(error).errors[0]?.status ?? 0;
  }
}

const state: Known = {
  mug: "",
  lamp: "",
  order: "",
  transaction: "",
  node: "",
  item: "",
  ref: newId(),
};

beforeAll(async () => {
  Object.assign(state, shop.goods);
  const { data } = await shop.add(state.ref, {
    type: "cart_item",
    id: shop.goods.mug,
    quantity: 1,
  });
  state.item = data[0]?.id ?? "";
  const other = newId();
  await shop.add(other, { type: "cart_item", id: shop.goods.lamp, quantity: 1 });
  const placed = await shop.checkout(other);
  state.order = z.object({ data: z.object({ id: z.string() }) }).parse(placed.json).data.id;
  const paid = await shop.pay(state.order, { method: "authorize" });
  state.transaction = z.object({ data: z.object({ id: z.string() }) }).parse(paid.json).data.id;
  const nodes = await dialect.read(
    z.object({ data: z.array(z.object({ id: z.string() })) }),
    "GET",
    "/catalog/nodes",
  );
  state.node = nodes.data[0]?.id ?? "";
});

/** The clients' types leave out parts of what they can do, so they are called as their users in JavaScript do. */
const callable = z.custom<(...given: unknown[]) => Promise<unknown>>(
  (value) => typeof value === "function",
);

/** Null: this client is older than the method. */
function method(client: unknown, path: string) {
  let [owner, value]: [unknown, unknown] = [undefined, client];
  for (const name of path.split(".")) {
    [owner, value] = [value, Reflect.get(Object(value), name)];
  }
  if (value === undefined) return null;
  const call = callable.parse(value);
  return (...given: unknown[]) => call.apply(owner, given);
}

describe.each(officialClients(dialect))("$client", ({ open }) => {
  it("answers every method that a shop uses", async () => {
    const client = open(program);
    const ref = newId();
    const made = await client.Cart(ref).AddProduct(shop.goods.mug);
    state.item = made.data[0]?.id ?? "";
    const order = await shop.checkout(ref);
    state.order = z.object({ data: z.object({ id: z.string() }) }).parse(order.json).data.id;
    const paid = await client.Orders.Payment(state.order, {
      gateway: "manual",
      method: "authorize",
    });
    state.transaction = paid.data.id;
    const again = await client.Cart(ref).AddProduct(shop.goods.mug);
    state.item = again.data[0]?.id ?? "";

    const seen: [string, "ok" | number][] = [];
    const expected: typeof seen = [];
    for (const [path, given, outcome] of rows) {
      const [owner = "", ...rest] = path.split(".");
      const target = owner === "Cart" ? client.Cart(ref) : Reflect.get(client, owner);
      const call = method(target, rest.join("."));
      if (call === null) continue;
      expected.push([path, outcome]);
      seen.push([path, await outcomeOf(() => call(...given(state)))]);
    }
    expect(seen).toEqual(expected);
    expect(seen.length).toBeGreaterThan(90);
  });
});

describe("@epcc-sdk/sdks-shopper", () => {
  it("has no method that is not answered in the dialect's words", async () => {
    let token: string | undefined = dialect.backend;
    const storage = {
      get: () => token,
      set: (value: string | undefined) => {
        token = value;
      },
    };
    const { client } = Shopper.createShopperClient(
      { baseUrl: dialect.origin },
      { clientId: "demo-storefront", storage },
    );
    const answer = z.object({ response: z.instanceof(Response), error: z.unknown().optional() });
    const path = new Proxy({}, { get: () => newId(), ownKeys: () => [] });
    const wrong: string[] = [];
    let asked = 0;
    for (const [name, call] of Object.entries(Shopper)) {
      // Of all that the package exports, these send something.
      if (typeof call !== "function" || !/^\s*url: "/m.test(String(call))) continue;
      const sent = Reflect.apply(call, undefined, [{ client, path }]);
      const { response, error } = answer.parse(await sent);
      const isOurs = response.ok || refusal.safeParse(error).success;
      if (!isOurs || response.status >= 500) wrong.push(`${name}: ${response.status}`);
      asked += 1;
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(120);
  });
});
