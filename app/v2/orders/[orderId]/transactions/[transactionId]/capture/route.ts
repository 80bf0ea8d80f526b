import { labelCapture, requireTakenElsewhere } from "@/lib/dialects/elastic-path/capture-elsewhere";
import { changeTransaction } from "@/lib/dialects/elastic-path/change-transaction";
import {
  captureCommandOf,
  captureRequest,
} from "@/lib/dialects/elastic-path/requests/transactions";
import { others } from "@/lib/dialects/elastic-path/route";
import { capturePayment } from "@/lib/payments/operations/capture-payment";

export const POST = changeTransaction(captureRequest, async (which, data, key) => {
  await requireTakenElsewhere(which, data);
  const taken = await capturePayment({ ...captureCommandOf(data, key), ...which });
  await labelCapture(which, data);
  return taken;
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
