import type { Texts } from "../texts";
import type en from "./en";

export default {
  generic: "Votre banque n’a pas accepté le paiement.",
  insufficient_funds: "La carte ou le compte n’est pas assez approvisionné.",
  expired_card: "La carte a expiré.",
  incorrect_cvc: "Le code de sécurité est incorrect.",
  incorrect_number: "Le numéro de carte est incorrect.",
  processing_error: "Un problème est survenu pendant le traitement du paiement.",
  not_supported: "Cette carte ou ce compte ne peut pas servir à cet achat.",
  account_closed: "Le compte bancaire est clôturé.",
  customer_decline: "Le paiement a été refusé ou annulé en chemin.",
  authentication: "Le paiement n’a pas été confirmé auprès de la banque.",
  limit: "La carte a atteint son plafond.",
  try_later: "La banque n’a pas pu se prononcer.",
  timeout: "La banque n’a pas répondu à temps.",
  debit_not_authorized: "Le prélèvement n’était pas autorisé.",
  expired: "Le délai de paiement était écoulé.",
} satisfies Texts<typeof en>;
