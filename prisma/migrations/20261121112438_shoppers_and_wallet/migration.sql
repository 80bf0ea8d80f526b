-- AlterTable
ALTER TABLE "merchant_accounts" ADD COLUMN     "issuer" TEXT;

-- It was kept in "scope" until now.
UPDATE "merchant_accounts" SET "issuer" = COALESCE("scope", 'local:' || "provider_id"), "scope" = NULL;

ALTER TABLE "merchant_accounts" ALTER COLUMN "issuer" SET NOT NULL;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "shopper_id" TEXT;

-- CreateTable
CREATE TABLE "shoppers" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en-US',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shoppers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopper_sessions" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shopper_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopper_accounts" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shopper_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopper_verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shopper_verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopper_addresses" (
    "id" UUID NOT NULL,
    "shopper_id" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shopper_addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway_customers" (
    "id" UUID NOT NULL,
    "gateway" "gateway_id" NOT NULL,
    "owner" TEXT NOT NULL,
    "gateway_ref" TEXT,
    "email" TEXT,
    "name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gateway_customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_cards" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "gateway_ref" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "last4" TEXT NOT NULL,
    "exp_month" INTEGER NOT NULL,
    "exp_year" INTEGER NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "allow_redisplay" TEXT NOT NULL DEFAULT 'unspecified',
    "consent" TEXT,
    "consent_at" TIMESTAMPTZ(3),
    "actor" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_cards_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shoppers_email_key" ON "shoppers"("email");

-- CreateIndex
CREATE INDEX "shoppers_created_at_id_idx" ON "shoppers"("created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "shopper_sessions_token_key" ON "shopper_sessions"("token");

-- CreateIndex
CREATE INDEX "shopper_sessions_user_id_idx" ON "shopper_sessions"("user_id");

-- CreateIndex
CREATE INDEX "shopper_accounts_user_id_idx" ON "shopper_accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "shopper_accounts_issuer_account_id_key" ON "shopper_accounts"("issuer", "account_id");

-- CreateIndex
CREATE INDEX "shopper_verifications_identifier_idx" ON "shopper_verifications"("identifier");

-- CreateIndex
CREATE INDEX "shopper_addresses_shopper_id_idx" ON "shopper_addresses"("shopper_id");

-- CreateIndex
CREATE INDEX "gateway_customers_owner_idx" ON "gateway_customers"("owner");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_customers_gateway_owner_key" ON "gateway_customers"("gateway", "owner");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_customers_gateway_gateway_ref_key" ON "gateway_customers"("gateway", "gateway_ref");

-- CreateIndex
CREATE INDEX "saved_cards_gateway_ref_idx" ON "saved_cards"("gateway_ref");

-- CreateIndex
CREATE UNIQUE INDEX "saved_cards_customer_id_gateway_ref_key" ON "saved_cards"("customer_id", "gateway_ref");

-- CreateIndex
CREATE UNIQUE INDEX "merchant_accounts_issuer_account_id_key" ON "merchant_accounts"("issuer", "account_id");

-- CreateIndex
CREATE INDEX "orders_shopper_id_idx" ON "orders"("shopper_id");

-- AddForeignKey
ALTER TABLE "shopper_sessions" ADD CONSTRAINT "shopper_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "shoppers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shopper_accounts" ADD CONSTRAINT "shopper_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "shoppers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shopper_addresses" ADD CONSTRAINT "shopper_addresses_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shoppers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shoppers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_cards" ADD CONSTRAINT "saved_cards_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "gateway_customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.
ALTER TABLE "shoppers" ADD CONSTRAINT "shoppers_email_lower" CHECK ("email" = lower("email"));

ALTER TABLE "gateway_customers" ADD CONSTRAINT "gateway_customers_keeps_cards"
  CHECK ("gateway" IN ('stripe', 'stripe_connect'));

ALTER TABLE "saved_cards" ADD CONSTRAINT "saved_cards_expiry" CHECK ("exp_month" BETWEEN 1 AND 12 AND "exp_year" > 2000);
ALTER TABLE "saved_cards" ADD CONSTRAINT "saved_cards_redisplay"
  CHECK ("allow_redisplay" IN ('always', 'limited', 'unspecified'));
ALTER TABLE "saved_cards" ADD CONSTRAINT "saved_cards_consent" CHECK (("consent" IS NULL) = ("consent_at" IS NULL));

CREATE UNIQUE INDEX "saved_cards_one_default" ON "saved_cards" ("customer_id") WHERE "is_default" AND "removed_at" IS NULL;
CREATE UNIQUE INDEX "shopper_addresses_one_default" ON "shopper_addresses" ("shopper_id") WHERE "is_default";
