import type { Texts } from "../texts";
import type en from "./en";

export default {
  generic: "Deine Bank hat die Zahlung nicht angenommen.",
  insufficient_funds: "Auf der Karte oder dem Konto ist nicht genug Geld.",
  expired_card: "Die Karte ist abgelaufen.",
  incorrect_cvc: "Die Prüfziffer stimmt nicht.",
  incorrect_number: "Die Kartennummer stimmt nicht.",
  processing_error: "Bei der Verarbeitung der Zahlung ist etwas schiefgegangen.",
  not_supported: "Diese Karte oder dieses Konto kann für diesen Kauf nicht verwendet werden.",
  account_closed: "Das Bankkonto ist geschlossen.",
  customer_decline: "Die Zahlung wurde unterwegs abgelehnt oder abgebrochen.",
  authentication: "Die Zahlung wurde bei der Bank nicht bestätigt.",
  limit: "Das Limit der Karte ist erreicht.",
  try_later: "Die Bank konnte gerade nicht entscheiden.",
  timeout: "Die Bank hat nicht rechtzeitig geantwortet.",
  debit_not_authorized: "Die Lastschrift war nicht genehmigt.",
  expired: "Die Zeit zum Bezahlen war vorbei.",
} satisfies Texts<typeof en>;
