import { idempotencyKey, requireBackend } from "@/lib/dialects/elastic-path/auth";
import { requireNotDeclined, transactionJson } from "@/lib/dialects/elastic-path/json/transaction";
import { requireTransaction } from "@/lib/dialects/elastic-path/queries/transactions";
import { transactionPath } from "@/lib/dialects/elastic-path/requests/parts";
import {
  captureCommandOf,
  captureRequest,
} from "@/lib/dialects/elastic-path/requests/transactions";
import {
  optionalJsonBody,
  preflight,
  route,
  type Context,
} from "@/lib/dialects/elastic-path/route";
import { capturePayment } from "@/lib/payments/operations/capture-payment";

export const POST = route(async (request, { params }: Context<"orderId" | "transactionId">) => {
  const { actor } = await requireBackend(request);
  const path = await transactionPath(params);
  const { data } = await optionalJsonBody(request, captureRequest);
  const command = captureCommandOf(data, idempotencyKey(request));
  const { orderId, transactionId: paymentId } = path;
  requireNotDeclined(await capturePayment({ ...command, orderId, paymentId, actor }));
  return Response.json({ data: transactionJson(await requireTransaction(path)) });
});

export const OPTIONS = preflight;
