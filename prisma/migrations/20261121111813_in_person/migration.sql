-- CreateTable
CREATE TABLE "register_accounts" (
    "id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "gateway" "gateway_id" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "location_ref" TEXT,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "register_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_keys" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "register_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_sales" (
    "order_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "register_sales_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "in_person_payments" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "external_transaction_id" TEXT NOT NULL,
    "part" INTEGER NOT NULL DEFAULT 0,
    "request_hash" TEXT NOT NULL,
    "method_type" TEXT NOT NULL,
    "tip_minor" BIGINT NOT NULL DEFAULT 0,
    "external_customer_id" TEXT,
    "allow_saving_card" BOOLEAN NOT NULL DEFAULT false,
    "method_ref" TEXT,
    "payment_id" UUID,
    "former_payment_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "reader_ref" TEXT,
    "reader_asked_at" TIMESTAMPTZ(3),
    "reader_failure" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "in_person_payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parked_baskets" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "parked_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "parked_baskets_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "register_accounts_external_id_key" ON "register_accounts"("external_id");

-- CreateIndex
CREATE UNIQUE INDEX "register_keys_hash_key" ON "register_keys"("hash");

-- CreateIndex
CREATE INDEX "register_keys_account_id_idx" ON "register_keys"("account_id");

-- CreateIndex
CREATE INDEX "register_sales_account_id_created_at_idx" ON "register_sales"("account_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "register_sales_account_id_key_key" ON "register_sales"("account_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "in_person_payments_payment_id_key" ON "in_person_payments"("payment_id");

-- CreateIndex
CREATE INDEX "in_person_payments_order_id_idx" ON "in_person_payments"("order_id");

-- CreateIndex
CREATE INDEX "in_person_payments_account_id_created_at_idx" ON "in_person_payments"("account_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "in_person_payments_account_id_external_transaction_id_part_key" ON "in_person_payments"("account_id", "external_transaction_id", "part");

-- CreateIndex
CREATE INDEX "parked_baskets_account_id_created_at_idx" ON "parked_baskets"("account_id", "created_at");

-- AddForeignKey
ALTER TABLE "register_keys" ADD CONSTRAINT "register_keys_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "register_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_sales" ADD CONSTRAINT "register_sales_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_sales" ADD CONSTRAINT "register_sales_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "register_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "in_person_payments" ADD CONSTRAINT "in_person_payments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "register_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "in_person_payments" ADD CONSTRAINT "in_person_payments_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "in_person_payments" ADD CONSTRAINT "in_person_payments_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parked_baskets" ADD CONSTRAINT "parked_baskets_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "register_accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "in_person_payments" ADD CONSTRAINT "in_person_payments_type_check" CHECK ("method_type" IN ('card_present', 'card', 'card_not_present_mke'));
ALTER TABLE "in_person_payments" ADD CONSTRAINT "in_person_payments_tip_check" CHECK ("tip_minor" >= 0);
ALTER TABLE "in_person_payments" ADD CONSTRAINT "in_person_payments_part_check" CHECK ("part" >= 0);
ALTER TABLE "register_accounts" ADD CONSTRAINT "register_accounts_gateway_check" CHECK ("gateway" IN ('stripe', 'stripe_connect'));
