-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "archived_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "customer_addresses" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "address_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_payment_methods" (
    "id" TEXT NOT NULL,
    "gateway" "gateway_id" NOT NULL,
    "name" TEXT NOT NULL,
    "currency" CHAR(3),
    "auto_capture" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_payment_methods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tags" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tagged" (
    "tag_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "id" TEXT NOT NULL,

    CONSTRAINT "tagged_pkey" PRIMARY KEY ("tag_id","type","id")
);

-- CreateTable
CREATE TABLE "outgoing_webhooks" (
    "id" UUID NOT NULL,
    "dialect" TEXT NOT NULL,
    "name" TEXT,
    "topic" TEXT NOT NULL,
    "facts" TEXT[],
    "callback_url" TEXT NOT NULL,
    "include" TEXT[],
    "shared_secret" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "circuit_opened_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outgoing_webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_deliveries" (
    "id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "webhook_id" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "body" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "response_code" TEXT,
    "response_message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outgoing_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "customer_addresses_address_id_idx" ON "customer_addresses"("address_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_addresses_customer_id_address_id_key" ON "customer_addresses"("customer_id", "address_id");

-- CreateIndex
CREATE UNIQUE INDEX "tags_name_key" ON "tags"("name");

-- CreateIndex
CREATE INDEX "tagged_type_id_idx" ON "tagged"("type", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_deliveries_position_key" ON "outgoing_deliveries"("position");

-- CreateIndex
CREATE INDEX "outgoing_deliveries_next_try_at_idx" ON "outgoing_deliveries"("next_try_at");

-- CreateIndex
CREATE INDEX "outgoing_deliveries_webhook_id_created_at_idx" ON "outgoing_deliveries"("webhook_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "outgoing_deliveries_subject_id_idx" ON "outgoing_deliveries"("subject_id");

-- AddForeignKey
ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_addresses_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_addresses_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "addresses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tagged" ADD CONSTRAINT "tagged_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tags"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outgoing_deliveries" ADD CONSTRAINT "outgoing_deliveries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "outgoing_webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One program waits for a change of one thing: it is looked up by what has not been sent yet.
CREATE INDEX "outgoing_deliveries_waiting_idx" ON "outgoing_deliveries"("webhook_id", "subject_id", "position")
  WHERE "next_try_at" IS NOT NULL;

ALTER TABLE "outgoing_webhooks"
  ADD CONSTRAINT "outgoing_webhooks_failures_check" CHECK ("failures" >= 0),
  ADD CONSTRAINT "outgoing_webhooks_facts_check" CHECK (cardinality("facts") > 0);
ALTER TABLE "outgoing_deliveries"
  ADD CONSTRAINT "outgoing_deliveries_attempts_check" CHECK ("attempts" >= 0),
  ADD CONSTRAINT "outgoing_deliveries_sent_check" CHECK ("sent_at" IS NULL OR "next_try_at" IS NULL);
ALTER TABLE "tags" ADD CONSTRAINT "tags_name_check" CHECK ("name" <> '');

-- The ways to pay that there always are. Their ids are known to programs.
INSERT INTO "api_payment_methods" ("id", "gateway", "name") VALUES
  ('stripe', 'stripe', 'Stripe Payment'),
  ('stripe-connect', 'stripe_connect', 'Stripe Connect'),
  ('wire-transfer', 'manual', 'Wire transfer');

-- What other programs are told is written by the very statement that makes it true, whoever sends it: a page,
-- a dialect, a gateway's event or the recovery job. Nobody can forget to tell, and what is rolled back is not told.
CREATE FUNCTION "tell_programs"("told" text, "subject" uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "outgoing_deliveries" ("id", "webhook_id", "fact", "subject_id")
  SELECT gen_random_uuid(), w."id", "told", "subject" FROM "outgoing_webhooks" w
  WHERE w."disabled_at" IS NULL AND "told" = ANY (w."facts")
$$;

CREATE FUNCTION "order_begun"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_programs"('order_created', NEW."id");
  RETURN NULL;
END $$;

CREATE TRIGGER "orders_begun" AFTER INSERT ON "orders" FOR EACH ROW EXECUTE FUNCTION "order_begun"();

CREATE FUNCTION "order_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was text := OLD."payment"::text;
  is_now text := NEW."payment"::text;
BEGIN
  IF OLD."placed_at" IS NULL AND NEW."placed_at" IS NOT NULL THEN
    PERFORM "tell_programs"('order_placed', NEW."id");
  END IF;
  IF was <> is_now AND is_now = 'authorized' THEN PERFORM "tell_programs"('order_authorized', NEW."id"); END IF;
  IF OLD."approved_at" IS NULL AND NEW."approved_at" IS NOT NULL THEN
    PERFORM "tell_programs"('order_approved', NEW."id");
  END IF;
  IF was <> is_now AND is_now IN ('paid', 'free') THEN PERFORM "tell_programs"('order_paid', NEW."id"); END IF;
  IF was <> is_now AND is_now IN ('partially_refunded', 'refunded') THEN
    PERFORM "tell_programs"('order_refunded', NEW."id");
  END IF;
  IF was <> is_now AND is_now = 'voided' THEN PERFORM "tell_programs"('order_voided', NEW."id"); END IF;
  IF OLD."fulfilment" <> NEW."fulfilment" AND NEW."fulfilment"::text IN ('partially_fulfilled', 'fulfilled') THEN
    PERFORM "tell_programs"('order_' || NEW."fulfilment"::text, NEW."id");
  END IF;
  IF OLD."cancelled_at" IS NULL AND NEW."cancelled_at" IS NOT NULL THEN
    PERFORM "tell_programs"('order_cancelled', NEW."id");
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "orders_moved" AFTER UPDATE ON "orders" FOR EACH ROW
  WHEN (OLD."payment" <> NEW."payment" OR OLD."fulfilment" <> NEW."fulfilment"
    OR OLD."placed_at" IS DISTINCT FROM NEW."placed_at" OR OLD."approved_at" IS DISTINCT FROM NEW."approved_at"
    OR OLD."cancelled_at" IS DISTINCT FROM NEW."cancelled_at")
  EXECUTE FUNCTION "order_moved"();

-- capture_created, capture_succeeded, capture_failed, and so on for each kind.
CREATE FUNCTION "transaction_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN PERFORM "tell_programs"(NEW."kind"::text || '_created', NEW."id"); END IF;
  IF NEW."status"::text IN ('succeeded', 'failed') THEN
    PERFORM "tell_programs"(NEW."kind"::text || '_' || NEW."status"::text, NEW."id");
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "transactions_begun" AFTER INSERT ON "transactions" FOR EACH ROW
  EXECUTE FUNCTION "transaction_moved"();
CREATE TRIGGER "transactions_moved" AFTER UPDATE ON "transactions" FOR EACH ROW
  WHEN (OLD."status" <> NEW."status") EXECUTE FUNCTION "transaction_moved"();

CREATE FUNCTION "customer_known"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_programs"('customer_created', NEW."id");
  RETURN NULL;
END $$;

CREATE TRIGGER "customers_known" AFTER INSERT ON "customers" FOR EACH ROW EXECUTE FUNCTION "customer_known"();

CREATE FUNCTION "order_tagged"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_programs"('order_tagged', NEW."id"::uuid);
  RETURN NULL;
END $$;

CREATE TRIGGER "orders_tagged" AFTER INSERT ON "tagged" FOR EACH ROW WHEN (NEW."type" = 'orders')
  EXECUTE FUNCTION "order_tagged"();
