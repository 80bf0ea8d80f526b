-- CreateEnum
CREATE TYPE "promotion_kind" AS ENUM ('percent', 'amount');

-- AlterTable
ALTER TABLE "carts" ADD COLUMN     "label" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "order_lines" ADD COLUMN     "cart_item_id" UUID;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "anonymized_at" TIMESTAMPTZ(3),
ADD COLUMN     "client" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "client_number" TEXT,
ADD COLUMN     "external_ref" TEXT;

-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "client" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "api_clients" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_clients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_custom_items" (
    "id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sku" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "quantity" INTEGER NOT NULL,
    "unit_price_minor" BIGINT NOT NULL,
    "includes_tax" BOOLEAN NOT NULL DEFAULT true,
    "inputs" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_custom_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promotions" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "promotion_kind" NOT NULL,
    "basis_points" INTEGER,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "minimum_minor" BIGINT,
    "minimum_currency" CHAR(3),
    "usage_limit" INTEGER,
    "per_email_limit" INTEGER,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "promotions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_promotions" (
    "cart_id" UUID NOT NULL,
    "promotion_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_promotions_pkey" PRIMARY KEY ("cart_id","promotion_id")
);

-- CreateTable
CREATE TABLE "promotion_redemptions" (
    "promotion_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "promotion_redemptions_pkey" PRIMARY KEY ("promotion_id","order_id")
);

-- CreateIndex
CREATE INDEX "cart_custom_items_cart_id_idx" ON "cart_custom_items"("cart_id");

-- CreateIndex
CREATE UNIQUE INDEX "promotions_code_key" ON "promotions"("code");

-- CreateIndex
CREATE INDEX "cart_promotions_promotion_id_idx" ON "cart_promotions"("promotion_id");

-- CreateIndex
CREATE INDEX "promotion_redemptions_order_id_idx" ON "promotion_redemptions"("order_id");

-- CreateIndex
CREATE INDEX "promotion_redemptions_promotion_id_email_idx" ON "promotion_redemptions"("promotion_id", "email");

-- CreateIndex
CREATE INDEX "orders_fulfilment_created_at_idx" ON "orders"("fulfilment", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "cart_custom_items" ADD CONSTRAINT "cart_custom_items_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "carts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_promotions" ADD CONSTRAINT "cart_promotions_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "carts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_promotions" ADD CONSTRAINT "cart_promotions_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promotion_redemptions" ADD CONSTRAINT "promotion_redemptions_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promotion_redemptions" ADD CONSTRAINT "promotion_redemptions_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A promotion says how much it takes off, in one way, and never nothing.
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_kind_check" CHECK (
  ("kind" = 'percent' AND "basis_points" BETWEEN 1 AND 10000 AND "amount_minor" IS NULL AND "currency" IS NULL)
  OR ("kind" = 'amount' AND "amount_minor" > 0 AND "currency" IS NOT NULL AND "basis_points" IS NULL)
);
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_code_check" CHECK ("code" = upper("code") AND "code" <> '');
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_minimum_check" CHECK (("minimum_minor" IS NULL) = ("minimum_currency" IS NULL) AND "minimum_minor" >= 0);
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_limit_check" CHECK ("usage_limit" > 0 AND "per_email_limit" > 0);
ALTER TABLE "promotion_redemptions" ADD CONSTRAINT "promotion_redemptions_amount_check" CHECK ("discount_minor" >= 0);
ALTER TABLE "cart_custom_items" ADD CONSTRAINT "cart_custom_items_check" CHECK ("quantity" > 0 AND "unit_price_minor" >= 0);

-- What programs look orders up by. Most orders have neither number nor reference of theirs.
CREATE INDEX "orders_client_number_idx" ON "orders" ("client_number") WHERE "client_number" IS NOT NULL;
CREATE INDEX "orders_external_ref_idx" ON "orders" ("external_ref") WHERE "external_ref" IS NOT NULL;
-- "*@example.com": a pattern that begins with a wildcard is searched from its end.
CREATE INDEX "orders_email_reverse_idx" ON "orders" (reverse(lower("email")) text_pattern_ops);
CREATE INDEX "orders_name_lower_idx" ON "orders" (lower("name") text_pattern_ops);
CREATE INDEX "orders_total_minor_created_at_idx" ON "orders" ("total_minor", "created_at" DESC);
