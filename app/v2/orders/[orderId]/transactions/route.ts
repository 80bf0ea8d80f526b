import { requireBackend } from "@/lib/dialects/elastic-path/auth";
import { transactionJson } from "@/lib/dialects/elastic-path/json/transaction";
import { requireOrder } from "@/lib/dialects/elastic-path/queries/orders";
import { findTransactions } from "@/lib/dialects/elastic-path/queries/transactions";
import { orderPath } from "@/lib/dialects/elastic-path/requests/parts";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"orderId">) => {
  await requireBackend(request);
  const { id } = await requireOrder(await orderPath(params));
  return Response.json({ data: (await findTransactions(id)).map(transactionJson) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
