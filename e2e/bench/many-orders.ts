import type { Pool } from "pg";

/**
 * Fills the database up to so many orders, each with a line, a payment, its transaction and an event. They are written
 * beside the rules of the store, with foreign keys unchecked: what is measured is how they are read.
 */
export async function fillOrders(sql: Pool, count: number): Promise<void> {
  const client = await sql.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(STAGE, [count]);
    for (const statement of FILL) await client.query(statement);
    await client.query("COMMIT");
    await client.query("VACUUM ANALYZE orders, order_lines, order_events, payments, transactions");
  } finally {
    client.release();
  }
}

const ADDRESS = `jsonb_build_object('name', name, 'line1', '12 St James''s Square', 'line2', '',
  'city', 'Portland', 'region', 'OR', 'postalCode', (97000 + i % 900)::text, 'country', 'US')`;

const STAGE = `
  CREATE TEMP TABLE bench ON COMMIT DROP AS
  SELECT i, gen_random_uuid() AS id, gen_random_uuid() AS payment_id, gen_random_uuid() AS transaction_id,
    (ARRAY['Ada','Grace','Mary','Hedy','Annie','Joan','Radia','Barbara','Katherine','Dorothy'])[1 + i % 10]
      || ' ' || (ARRAY['Byron','Hopper','Shelley','Lamarr','Easley','Clarke','Perlman'])[1 + i % 7] AS name,
    now() - make_interval(secs => i * 20) AS at, 1000 + i % 20000 AS total
  FROM generate_series((SELECT count(*) FROM orders WHERE channel = 'bench') + 1, $1::int) AS i`;

const FILL = [
  `INSERT INTO orders (id, number, access_token, channel, status, payment, currency, email, name,
     shipping_address, billing_address, subtotal_minor, total_minor, placed_at, created_at, updated_at)
   SELECT id, CASE WHEN i % 50 = 0 THEN NULL ELSE 10000000 + i END, 'bench_' || i, 'bench',
     (CASE WHEN i % 50 = 0 THEN 'cancelled' WHEN i % 7 = 0 THEN 'processing' ELSE 'complete' END)::order_status,
     (CASE WHEN i % 50 = 0 THEN 'unpaid' WHEN i % 7 = 0 THEN 'authorized' ELSE 'paid' END)::order_payment,
     'USD', 'shopper' || i || '@example.com', name, ${ADDRESS}, ${ADDRESS}, total, total,
     CASE WHEN i % 50 = 0 THEN NULL ELSE at END, at, at
   FROM bench ORDER BY i DESC`,
  `INSERT INTO order_lines (id, order_id, position, sku, title, quantity, unit_price_minor, total_minor)
   SELECT gen_random_uuid(), id, 0, 'BENCH-' || i % 500, 'A thing', 1, total, total FROM bench`,
  `INSERT INTO order_events (id, order_id, kind, actor, message, at)
   SELECT gen_random_uuid(), id, 'order_created', 'shopper', 'Checked out.', at FROM bench`,
  `INSERT INTO payments (id, order_id, gateway, collected_by, method, currency, amount_minor,
     authorized_minor, captured_minor, gateway_ref, created_at, updated_at)
   SELECT payment_id, id, 'stripe', 'hosted', 'purchase', 'USD', total, total, total, 'pi_bench_' || i, at, at
   FROM bench WHERE i % 50 <> 0`,
  `INSERT INTO transactions (id, payment_id, order_id, kind, status, currency, amount_minor, gateway_ref,
     actor, attempts, settled_at, created_at, updated_at)
   SELECT transaction_id, payment_id, id, 'purchase', 'succeeded', 'USD', total, 'pi_bench_' || i, 'shopper',
     1, at, at, at
   FROM bench WHERE i % 50 <> 0`,
];
