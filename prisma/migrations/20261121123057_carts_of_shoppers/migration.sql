-- CreateTable
CREATE TABLE "cart_shoppers" (
    "cart_id" UUID NOT NULL,
    "shopper_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_shoppers_pkey" PRIMARY KEY ("cart_id","shopper_id")
);

-- CreateIndex
CREATE INDEX "cart_shoppers_shopper_id_idx" ON "cart_shoppers"("shopper_id");

-- AddForeignKey
ALTER TABLE "cart_shoppers" ADD CONSTRAINT "cart_shoppers_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "carts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_shoppers" ADD CONSTRAINT "cart_shoppers_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shoppers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
