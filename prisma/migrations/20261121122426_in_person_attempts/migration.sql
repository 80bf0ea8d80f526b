-- AlterTable
ALTER TABLE "in_person_payments" DROP COLUMN "former_payment_ids";
