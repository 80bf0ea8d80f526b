import { changeTransaction } from "@/lib/dialects/elastic-path/change-transaction";
import { requireCancellable } from "@/lib/dialects/elastic-path/json/transaction";
import { requireTransaction } from "@/lib/dialects/elastic-path/queries/transactions";
import { cancelCommandOf, cancelRequest } from "@/lib/dialects/elastic-path/requests/transactions";
import { others } from "@/lib/dialects/elastic-path/route";
import { cancelPayment } from "@/lib/payments/operations/cancel-payment";

export const POST = changeTransaction(cancelRequest, async (which, data, key) => {
  const { orderId, paymentId: transactionId } = which;
  requireCancellable(await requireTransaction({ orderId, transactionId }));
  return cancelPayment({ ...cancelCommandOf(data, key), ...which });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
