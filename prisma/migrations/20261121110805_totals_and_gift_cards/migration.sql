-- AlterEnum
ALTER TYPE "gateway_id" ADD VALUE 'gift_card';

-- AlterEnum
ALTER TYPE "promotion_kind" ADD VALUE 'free_shipping';

-- AlterTable
ALTER TABLE "cart_items" ADD COLUMN     "seen_price_minor" BIGINT;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "tax_included" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tax_lines" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "promotions" ADD COLUMN     "category_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "combines" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "first_order_only" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "product_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "shipping_rate_prices" ADD COLUMN     "tiers" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "shipping_rates" ADD COLUMN     "basis" TEXT NOT NULL DEFAULT 'flat',
ADD COLUMN     "max_grams" INTEGER,
ADD COLUMN     "zone_id" UUID;

-- CreateTable
CREATE TABLE "shipping_zones" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "shipping_zones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tax_rates" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "basis_points" INTEGER NOT NULL,
    "included" BOOLEAN NOT NULL,
    "on_shipping" BOOLEAN NOT NULL DEFAULT true,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tax_rates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift_cards" (
    "id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "last4" CHAR(4) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "initial_minor" BIGINT NOT NULL,
    "balance_minor" BIGINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "expires_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "issued_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gift_cards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift_card_movements" (
    "id" UUID NOT NULL,
    "gift_card_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "moved_minor" BIGINT NOT NULL,
    "transaction_id" UUID,
    "payment_id" UUID,
    "order_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gift_card_movements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_gift_cards" (
    "cart_id" UUID NOT NULL,
    "gift_card_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_gift_cards_pkey" PRIMARY KEY ("cart_id","gift_card_id")
);

-- CreateTable
CREATE TABLE "order_gift_cards" (
    "order_id" UUID NOT NULL,
    "gift_card_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "order_gift_cards_pkey" PRIMARY KEY ("order_id","gift_card_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shipping_zones_name_key" ON "shipping_zones"("name");

-- CreateIndex
CREATE UNIQUE INDEX "tax_rates_country_region_name_key" ON "tax_rates"("country", "region", "name");

-- CreateIndex
CREATE UNIQUE INDEX "gift_cards_code_hash_key" ON "gift_cards"("code_hash");

-- CreateIndex
CREATE INDEX "gift_cards_created_at_idx" ON "gift_cards"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "gift_card_movements_transaction_id_key" ON "gift_card_movements"("transaction_id");

-- CreateIndex
CREATE INDEX "gift_card_movements_gift_card_id_at_idx" ON "gift_card_movements"("gift_card_id", "at");

-- CreateIndex
CREATE INDEX "gift_card_movements_payment_id_idx" ON "gift_card_movements"("payment_id");

-- CreateIndex
CREATE INDEX "cart_gift_cards_gift_card_id_idx" ON "cart_gift_cards"("gift_card_id");

-- CreateIndex
CREATE INDEX "order_gift_cards_gift_card_id_idx" ON "order_gift_cards"("gift_card_id");

-- AddForeignKey
ALTER TABLE "shipping_rates" ADD CONSTRAINT "shipping_rates_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "shipping_zones"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_card_movements" ADD CONSTRAINT "gift_card_movements_gift_card_id_fkey" FOREIGN KEY ("gift_card_id") REFERENCES "gift_cards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_gift_cards" ADD CONSTRAINT "cart_gift_cards_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "carts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_gift_cards" ADD CONSTRAINT "cart_gift_cards_gift_card_id_fkey" FOREIGN KEY ("gift_card_id") REFERENCES "gift_cards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_gift_cards" ADD CONSTRAINT "order_gift_cards_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_gift_cards" ADD CONSTRAINT "order_gift_cards_gift_card_id_fkey" FOREIGN KEY ("gift_card_id") REFERENCES "gift_cards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A promotion says how much it takes off, in one way, and never nothing.
ALTER TABLE "promotions" DROP CONSTRAINT "promotions_kind_check";
-- As text: a value that this migration adds cannot be named in it otherwise.
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_kind_check" CHECK (
  ("kind"::text = 'percent' AND "basis_points" BETWEEN 1 AND 10000 AND "amount_minor" IS NULL AND "currency" IS NULL)
  OR ("kind"::text = 'amount' AND "amount_minor" > 0 AND "currency" IS NOT NULL AND "basis_points" IS NULL)
  OR ("kind"::text = 'free_shipping' AND "basis_points" IS NULL AND "amount_minor" IS NULL AND "currency" IS NULL)
);
ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_seen_price_check" CHECK ("seen_price_minor" >= 0);
ALTER TABLE "shipping_rates" ADD CONSTRAINT "shipping_rates_check" CHECK ("basis" IN ('flat', 'weight', 'total') AND "max_grams" > 0);
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_check" CHECK (
  "basis_points" BETWEEN 0 AND 10000 AND "country" = upper("country") AND "name" <> ''
);
-- Whatever asks at the same time: a gift card pays no more than it has, and gives back no more than it had.
ALTER TABLE "gift_cards" ADD CONSTRAINT "gift_cards_balance_check" CHECK ("balance_minor" BETWEEN 0 AND "initial_minor" AND "initial_minor" > 0);
ALTER TABLE "gift_card_movements" ADD CONSTRAINT "gift_card_movements_check" CHECK (
  "moved_minor" > 0 AND "kind" IN ('issue', 'authorize', 'purchase', 'capture', 'void', 'refund')
  AND ("kind" = 'issue') = ("transaction_id" IS NULL)
);
