import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { transactionJson } from "@/lib/dialects/elastic-path/json/transaction";
import { requireTransaction } from "@/lib/dialects/elastic-path/queries/transactions";
import { transactionPath } from "@/lib/dialects/elastic-path/requests/parts";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"orderId" | "transactionId">) => {
  await requireBackend(request);
  const transaction = await requireTransaction(await transactionPath(params));
  return Response.json({ data: transactionJson(transaction) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
