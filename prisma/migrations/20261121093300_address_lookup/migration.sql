-- Programs name the addresses of orders, and those they made themselves, in one way: as text.
CREATE INDEX "addresses_id_text_idx" ON "addresses" (("id"::text));
CREATE INDEX "orders_shipping_id_idx" ON "orders" (("id"::text || '-shipping'));
CREATE INDEX "orders_billing_id_idx" ON "orders" (("id"::text || '-billing'));
