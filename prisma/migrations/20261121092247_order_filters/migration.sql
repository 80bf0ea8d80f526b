-- CreateIndex
CREATE INDEX "order_lines_sku_idx" ON "order_lines"("sku");

-- CreateIndex
CREATE INDEX "orders_currency_created_at_idx" ON "orders"("currency", "created_at" DESC);

-- CreateIndex
CREATE INDEX "orders_updated_at_idx" ON "orders"("updated_at");

-- Postcodes stand within the address.
CREATE INDEX "orders_shipping_postcode_idx" ON "orders" (("shipping_address" ->> 'postalCode'));
CREATE INDEX "orders_billing_postcode_idx" ON "orders" (("billing_address" ->> 'postalCode'));
CREATE INDEX "orders_account_idx" ON "orders" (("client" ->> 'accountId')) WHERE ("client" ->> 'accountId') IS NOT NULL;
