import { idempotencyKey, requireShopper } from "@/lib/dialects/elastic-path/auth";
import { requireNotDeclined } from "@/lib/dialects/elastic-path/declined";
import { transactionJson } from "@/lib/dialects/elastic-path/json/transaction";
import { orMissing } from "@/lib/dialects/elastic-path/errors";
import { requireOrder } from "@/lib/dialects/elastic-path/queries/orders";
import { requireTransaction } from "@/lib/dialects/elastic-path/queries/transactions";
import { orderPath } from "@/lib/dialects/elastic-path/requests/parts";
import { payCommandOf, paymentRequest } from "@/lib/dialects/elastic-path/requests/payments";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";
import { payOrderAnew } from "@/lib/payments/operations/pay-order-anew";

export const POST = route(async (request, { params }: Context<"orderId">) => {
  const { actor } = await requireShopper(request);
  const orderId = await orderPath(params);
  const { data } = await jsonBody(request, paymentRequest);
  const command = payCommandOf(data, idempotencyKey(request));
  const { id: transactionId, transactions } = await orMissing(
    payOrderAnew({ ...command, orderId, actor }),
    () => requireOrder(orderId),
  );
  requireNotDeclined(transactions[0]);
  return Response.json({
    data: transactionJson(await requireTransaction({ orderId, transactionId })),
  });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
