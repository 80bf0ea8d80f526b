-- Merchants look for orders by what the gateway calls their payments.
CREATE INDEX "payments_gateway_ref_idx" ON "payments" ("gateway_ref") WHERE "gateway_ref" IS NOT NULL;
CREATE INDEX "transactions_gateway_ref_idx" ON "transactions" ("gateway_ref") WHERE "gateway_ref" IS NOT NULL;
