-- AlterTable
ALTER TABLE "shipping_rates" ADD COLUMN     "translations" JSONB NOT NULL DEFAULT '{}';
