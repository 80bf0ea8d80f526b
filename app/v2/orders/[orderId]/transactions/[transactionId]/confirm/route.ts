import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { requireNotDeclined } from "@/lib/dialects/elastic-path/declined";
import { transactionJson } from "@/lib/dialects/elastic-path/json/transaction";
import { requireTransaction } from "@/lib/dialects/elastic-path/queries/transactions";
import { transactionPath } from "@/lib/dialects/elastic-path/requests/parts";
import { confirmRequest } from "@/lib/dialects/elastic-path/requests/transactions";
import { optionalJsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";
import { lookAgain } from "@/lib/payments/operations/look-again";

/** The browser has done its part: what became of it is asked at the gateway, never believed. */
export const POST = route(async (request, { params }: Context<"orderId" | "transactionId">) => {
  await requireShopper(request);
  const path = await transactionPath(params);
  await optionalJsonBody(request, confirmRequest);
  const { id: paymentId } = await requireTransaction(path);
  await lookAgain({ paymentId });
  const transaction = await requireTransaction(path);
  requireNotDeclined(transaction.transactions[0]);
  return Response.json({ data: transactionJson(transaction) });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
