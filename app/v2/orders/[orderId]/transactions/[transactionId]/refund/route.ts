import { requireRefundable } from "@/lib/dialects/elastic-path/capture-elsewhere";
import { changeTransaction } from "@/lib/dialects/elastic-path/change-transaction";
import { refundCommandOf, refundRequest } from "@/lib/dialects/elastic-path/requests/transactions";
import { others } from "@/lib/dialects/elastic-path/route";
import { refundPayment } from "@/lib/payments/operations/refund-payment";

export const POST = changeTransaction(refundRequest, async (which, data, key) => {
  await requireRefundable(which, data.amount);
  return refundPayment({ ...refundCommandOf(data, key), ...which });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
