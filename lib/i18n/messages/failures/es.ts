import type { Texts } from "../texts";
import type en from "./en";

export default {
  generic: "Tu banco no ha aceptado el pago.",
  insufficient_funds: "No hay fondos suficientes en la tarjeta o la cuenta.",
  expired_card: "La tarjeta ha caducado.",
  incorrect_cvc: "El código de seguridad no es correcto.",
  incorrect_number: "El número de la tarjeta no es correcto.",
  processing_error: "Algo ha fallado al procesar el pago.",
  not_supported: "Esta tarjeta o cuenta no sirve para esta compra.",
  account_closed: "La cuenta bancaria está cerrada.",
  customer_decline: "El pago se ha rechazado o cancelado por el camino.",
  authentication: "El pago no se ha confirmado con el banco.",
  limit: "La tarjeta ha alcanzado su límite.",
  try_later: "El banco no ha podido decidir en este momento.",
  timeout: "El banco no ha respondido a tiempo.",
  debit_not_authorized: "El adeudo no estaba autorizado.",
  expired: "El plazo para pagar había terminado.",
} satisfies Texts<typeof en>;
