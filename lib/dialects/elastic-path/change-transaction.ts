import type { z } from "zod";
import type { TransactionState } from "@/lib/payments/core/types";
import { idempotencyKey, requireBackend } from "./auth";
import { requireNotDeclined } from "./declined";
import { orMissing } from "./errors";
import { transactionJson } from "./json/transaction";
import { requireTransaction } from "./queries/transactions";
import { transactionPath } from "./requests/parts";
import { optionalJsonBody, route, type Context } from "./route";

type Which = { orderId: string; paymentId: string; actor: string };

type Change<Data> = (
  which: Which,
  data: Data,
  headerKey: string | undefined,
) => Promise<TransactionState | undefined>;

/** Capture, refund and cancel: a program with a secret asks, one operation moves the money. */
export function changeTransaction<Data>(schema: z.ZodType<{ data: Data }>, change: Change<Data>) {
  return route(async (request, { params }: Context<"orderId" | "transactionId">) => {
    const { actor } = await requireBackend(request);
    const path = await transactionPath(params);
    const { data } = await optionalJsonBody(request, schema);
    const which = { orderId: path.orderId, paymentId: path.transactionId, actor };
    const changing = change(which, data, idempotencyKey(request));
    requireNotDeclined(await orMissing(changing, () => requireTransaction(path)));
    return Response.json({ data: transactionJson(await requireTransaction(path)) });
  });
}
