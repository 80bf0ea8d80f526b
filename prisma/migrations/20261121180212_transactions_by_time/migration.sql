-- CreateIndex
CREATE INDEX "transactions_settled_at_idx" ON "transactions" USING BRIN ("settled_at");
