-- AlterTable
ALTER TABLE "transactions" ADD COLUMN     "request" JSONB NOT NULL DEFAULT '{}';
