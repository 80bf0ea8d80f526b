import { idempotencyKey, requireBackend } from "@/lib/dialects/elastic-path/auth";
import {
  requireCancellable,
  requireNotDeclined,
  transactionJson,
} from "@/lib/dialects/elastic-path/json/transaction";
import { requireTransaction } from "@/lib/dialects/elastic-path/queries/transactions";
import { transactionPath } from "@/lib/dialects/elastic-path/requests/parts";
import { cancelCommandOf, cancelRequest } from "@/lib/dialects/elastic-path/requests/transactions";
import {
  optionalJsonBody,
  preflight,
  route,
  type Context,
} from "@/lib/dialects/elastic-path/route";
import { cancelPayment } from "@/lib/payments/operations/cancel-payment";

export const POST = route(async (request, { params }: Context<"orderId" | "transactionId">) => {
  const { actor } = await requireBackend(request);
  const path = await transactionPath(params);
  const { data } = await optionalJsonBody(request, cancelRequest);
  const command = cancelCommandOf(data, idempotencyKey(request));
  requireCancellable(await requireTransaction(path));
  const { orderId, transactionId: paymentId } = path;
  requireNotDeclined(await cancelPayment({ ...command, orderId, paymentId, actor }));
  return Response.json({ data: transactionJson(await requireTransaction(path)) });
});

export const OPTIONS = preflight;
