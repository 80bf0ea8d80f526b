import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { requireNotDeclined } from "@/lib/dialects/elastic-path/declined";
import { transactionJson } from "@/lib/dialects/elastic-path/json/transaction";
import { requireOrder } from "@/lib/dialects/elastic-path/queries/orders";
import { requireLatestTransaction } from "@/lib/dialects/elastic-path/queries/transactions";
import { orderPath } from "@/lib/dialects/elastic-path/requests/parts";
import { confirmRequest } from "@/lib/dialects/elastic-path/requests/transactions";
import { optionalJsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";
import { lookAgain } from "@/lib/payments/operations/look-again";

/** For a payment that was begun in the cart: its program knows the order and not the transaction. */
export const POST = route(async (request, { params }: Context<"orderId">) => {
  await requireShopper(request);
  const { id: orderId } = await requireOrder(await orderPath(params));
  await optionalJsonBody(request, confirmRequest);
  await requireLatestTransaction(orderId);
  await lookAgain({ orderId });
  const transaction = await requireLatestTransaction(orderId);
  requireNotDeclined(transaction.transactions[0]);
  return Response.json({ data: transactionJson(transaction) });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
