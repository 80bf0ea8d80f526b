import { changeTransaction } from "@/lib/dialects/elastic-path/change-transaction";
import {
  captureCommandOf,
  captureRequest,
} from "@/lib/dialects/elastic-path/requests/transactions";
import { others } from "@/lib/dialects/elastic-path/route";
import { capturePayment } from "@/lib/payments/operations/capture-payment";

export const POST = changeTransaction(captureRequest, (which, data, key) =>
  capturePayment({ ...captureCommandOf(data, key), ...which }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
