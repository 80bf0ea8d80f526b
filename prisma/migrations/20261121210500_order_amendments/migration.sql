-- CreateEnum
CREATE TYPE "amendment_status" AS ENUM ('pending', 'applied', 'dropped');

-- CreateTable
CREATE TABLE "order_amendments" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "status" "amendment_status" NOT NULL DEFAULT 'pending',
    "from_minor" BIGINT NOT NULL,
    "to_minor" BIGINT NOT NULL,
    "plan" JSONB NOT NULL,
    "cart_version" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_look_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_amendments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "order_amendments_order_id_created_at_idx" ON "order_amendments"("order_id", "created_at");

-- CreateIndex
CREATE INDEX "order_amendments_next_look_at_idx" ON "order_amendments"("next_look_at");

-- AddForeignKey
ALTER TABLE "order_amendments" ADD CONSTRAINT "order_amendments_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_amendments" ADD CONSTRAINT "order_amendments_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One change at a time: the next one waits for what the gateway says about this one.
CREATE UNIQUE INDEX "order_amendments_pending_order_key" ON "order_amendments" ("order_id") WHERE "status" = 'pending';
CREATE UNIQUE INDEX "order_amendments_pending_payment_key" ON "order_amendments" ("payment_id") WHERE "status" = 'pending';

ALTER TABLE "order_amendments"
  ADD CONSTRAINT "order_amendments_amounts_check" CHECK ("from_minor" > 0 AND "to_minor" > 0),
  ADD CONSTRAINT "order_amendments_settled_check" CHECK (("status" = 'pending') = ("settled_at" IS NULL)),
  ADD CONSTRAINT "order_amendments_next_look_check" CHECK (("status" = 'pending') = ("next_look_at" IS NOT NULL));
