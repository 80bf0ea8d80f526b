import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { countStatements } from "@/lib/testing/statements";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { Shopper } from "./commerce-layer-shopper";

const dialect = startDialect();
let goods: Goods;
const shopper = new Shopper(dialect, () => goods);

/** So many orders that nobody could read them all, the newest a minute ago. */
async function addOrders(count: number): Promise<void> {
  const db = await database();
  await db.$executeRaw`
    INSERT INTO orders (id, access_token, channel, currency, email, name, shipping_address, billing_address,
      subtotal_minor, total_minor, created_at)
    SELECT gen_random_uuid(), 'many-' || i, 'storefront', 'USD', 'many' || (i % 100) || '@example.com',
      'Many', '{"line1": "1 Row", "country": "US"}'::jsonb, '{"line1": "1 Row", "country": "US"}'::jsonb,
      i, i, now() - i * interval '1 minute'
    FROM generate_series(1, ${count}::int) i`;
  await db.$executeRaw`
    INSERT INTO order_lines (id, order_id, position, sku, title, quantity, unit_price_minor, total_minor)
    SELECT gen_random_uuid(), o.id, 0, 'MANY', 'A thing', 1, o.total_minor, o.total_minor
    FROM orders o WHERE o.name = 'Many'`;
}

beforeAll(async () => {
  goods = await addGoods();
  await shopper.place();
  await shopper.place();
  await addOrders(12_000);
});

describe("more than ten thousand orders", () => {
  it("are found by filters and sorted", async () => {
    const filters = { customer_email_eq: "many7@example.com", total_amount_cents_lt: 1000 };
    const sort = ["-created_at"] as const;
    const found = await dialect.office.orders.list({ filters, sort: [...sort], pageSize: 5 });
    expect(found.meta).toMatchObject({ recordCount: 10, pageCount: 2 });
    const cents = Array.from(found, ({ total_amount_cents: total }) => total);
    expect(cents).toEqual([7, 107, 207, 307, 407]);
  });

  it("are found by what belongs to them, with what is included", async () => {
    const [one] = await dialect.office.orders.list({
      filters: { line_items_sku_code_eq: goods.mug, payment_status_in: "authorized,paid" },
      include: ["line_items", "customer"],
    });
    expect(one).toMatchObject({
      customer: { email: "ada@example.com", status: "repeat" },
      line_items: [{ sku_code: goods.mug }, { sku_code: goods.lamp }],
    });
  });

  it("each have one status, which finds them", async () => {
    const { office } = dialect;
    const statuses = ["draft", "pending", "placed", "approved", "cancelled"];
    await office.orders._approve((await office.orders.list({ pageSize: 1 }))[0]?.id ?? "");
    await dialect.shop.orders.create({});
    const counts = await Promise.all(
      statuses.map(async (status) => {
        const found = await office.orders.list({ filters: { status_eq: status }, pageSize: 3 });
        expect(new Set(Array.from(found, (order) => order.status))).toEqual(
          new Set(found.length > 0 ? [status] : []),
        );
        return found.meta.recordCount;
      }),
    );
    expect(counts).toEqual([1, 12_000, 1, 1, 0]);
    const some = await office.orders.list({ filters: { status_in: "draft,placed,nothing" } });
    expect(some.meta.recordCount).toBe(2);
  });

  it("are each on one page, and on no other", async () => {
    const seen = new Set<string>();
    let pages = 1;
    for (let number = 1; number <= pages; number += 1) {
      const list = await dialect.office.orders.list({
        sort: ["created_at"],
        fields: ["status"],
        filters: { customer_email_start: "many1" },
        pageSize: 25,
        pageNumber: number,
      });
      pages = list.meta.pageCount;
      for (const { id } of list) seen.add(id);
    }
    // many1, many10 … many19
    expect(seen.size).toBe(11 * 120);
    expect(pages).toBe(53);
  });

  it("say exactly how many there are, and answer on their last page", async () => {
    const first = await dialect.office.orders.list({ pageSize: 25 });
    expect(first.meta).toMatchObject({ recordCount: 12_003, pageCount: 481 });
    const last = await dialect.office.orders.list({ pageSize: 25, pageNumber: 481 });
    expect([...last]).toHaveLength(3);
  });

  it("cost the same number of statements, however many are on a page", async () => {
    const include = ["line_items", "shipping_address", "payment_source"];
    const list = (pageSize: 2 | 25) => () => dialect.office.orders.list({ include, pageSize });
    await list(2)();
    const few = await countStatements(list(2));
    const many = await countStatements(list(25));
    expect([...many.result]).toHaveLength(25);
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(12);
  });
});
