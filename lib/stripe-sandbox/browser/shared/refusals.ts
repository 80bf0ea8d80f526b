/**
 * What banks and the API say when they refuse, in the languages of the pages. The API itself answers in
 * English, as Stripe's does; what a shopper reads is in the shopper's language.
 */
type Words = Readonly<Record<string, string>>;

const german: Words = {
  card_declined: "Ihre Karte wurde abgelehnt.",
  insufficient_funds: "Ihre Karte ist nicht ausreichend gedeckt.",
  card_velocity_exceeded:
    "Ihre Karte wurde abgelehnt, weil sie zu oft oder über ihr Limit hinaus verwendet wurde.",
  expired_card: "Ihre Karte ist abgelaufen.",
  incorrect_cvc: "Die Prüfziffer Ihrer Karte ist falsch.",
  incorrect_number: "Ihre Kartennummer ist falsch.",
  processing_error:
    "Bei der Verarbeitung Ihrer Karte ist ein Fehler aufgetreten. Bitte versuchen Sie es gleich noch einmal.",
  authentication_failure:
    "Wir konnten Ihre Zahlungsmethode nicht bestätigen. Bitte wählen Sie eine andere und versuchen Sie es noch einmal.",
  promotion_code_invalid: "Dieser Gutscheincode ist ungültig.",
  tax_id_invalid: "Diese Steuernummer ist ungültig.",
  connection:
    "Wir erreichen unseren Zahlungsanbieter nicht. Bitte prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.",
};

const french: Words = {
  card_declined: "Votre carte a été refusée.",
  insufficient_funds: "Les fonds disponibles sur votre carte sont insuffisants.",
  card_velocity_exceeded:
    "Votre carte a été refusée en raison de tentatives trop fréquentes ou du dépassement de son plafond.",
  expired_card: "Votre carte a expiré.",
  incorrect_cvc: "Le code de sécurité de votre carte est incorrect.",
  incorrect_number: "Le numéro de votre carte est incorrect.",
  processing_error:
    "Une erreur est survenue lors du traitement de votre carte. Veuillez réessayer dans un instant.",
  authentication_failure:
    "Nous n’avons pas pu authentifier votre moyen de paiement. Veuillez en choisir un autre et réessayer.",
  promotion_code_invalid: "Ce code promotionnel n’est pas valide.",
  tax_id_invalid: "Ce numéro fiscal n’est pas valide.",
  connection:
    "Nous ne parvenons pas à joindre notre prestataire de paiement. Vérifiez votre connexion et réessayez.",
};

const spanish: Words = {
  card_declined: "Se ha rechazado tu tarjeta.",
  insufficient_funds: "Tu tarjeta no tiene fondos suficientes.",
  card_velocity_exceeded:
    "Se ha rechazado tu tarjeta por intentos demasiado frecuentes o por superar su límite.",
  expired_card: "Tu tarjeta ha caducado.",
  incorrect_cvc: "El código de seguridad de tu tarjeta es incorrecto.",
  incorrect_number: "El número de tu tarjeta es incorrecto.",
  processing_error:
    "Se ha producido un error al procesar tu tarjeta. Vuelve a intentarlo dentro de un momento.",
  authentication_failure:
    "No hemos podido autenticar tu método de pago. Elige otro e inténtalo de nuevo.",
  promotion_code_invalid: "Este código promocional no es válido.",
  tax_id_invalid: "Este número fiscal no es válido.",
  connection:
    "No podemos conectar con nuestro proveedor de pagos. Comprueba tu conexión e inténtalo de nuevo.",
};

const japanese: Words = {
  card_declined: "カードが拒否されました。",
  insufficient_funds: "カードの残高が不足しています。",
  card_velocity_exceeded: "試行回数または限度額を超えたため、カードが拒否されました。",
  expired_card: "カードの有効期限が切れています。",
  incorrect_cvc: "カードのセキュリティコードが正しくありません。",
  incorrect_number: "カード番号が正しくありません。",
  processing_error:
    "カードの処理中にエラーが発生しました。しばらくしてからもう一度お試しください。",
  authentication_failure:
    "お支払い方法を認証できませんでした。別のお支払い方法を選び、もう一度お試しください。",
  promotion_code_invalid: "このプロモーションコードは無効です。",
  tax_id_invalid: "この税務番号は無効です。",
  connection: "決済サービスに接続できません。接続を確認して、もう一度お試しください。",
};

const languages: Readonly<Record<string, Words>> = {
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
};

const kinds: Words = {
  payment_intent_authentication_failure: "authentication_failure",
  setup_intent_authentication_failure: "authentication_failure",
};

type Refusal = { type?: string; code?: string; decline_code?: string; message?: string };

/** The refusal with its message in the language of `locale`, where there is a translation. */
export function refusalIn<E extends Refusal>(locale: string, refusal: E): E {
  const wanted = locale === "auto" ? navigator.language : locale;
  const words = languages[wanted.slice(0, 2).toLowerCase()];
  if (words === undefined) return refusal;
  const { type, code = "", decline_code = "" } = refusal;
  const key = type === "api_connection_error" ? "connection" : (kinds[code] ?? code);
  const message = words[decline_code] ?? words[key];
  return message === undefined ? refusal : { ...refusal, message };
}
