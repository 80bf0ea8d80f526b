-- AlterTable
ALTER TABLE "products" ADD COLUMN     "capture_later" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "gateway_prices" (
    "gateway" "gateway_id" NOT NULL,
    "variant_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "gateway_ref" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gateway_prices_pkey" PRIMARY KEY ("gateway","variant_id","currency")
);

-- AddForeignKey
ALTER TABLE "gateway_prices" ADD CONSTRAINT "gateway_prices_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "gateway_prices" ADD CONSTRAINT "gateway_prices_amount" CHECK ("amount_minor" >= 0);
