/**
 * What a page says that broke. It is shown without the server's help, so it brings its words itself, and
 * reads from the page in which language it is.
 */
const words = {
  en: {
    title: "Something went wrong on our side",
    text: "If you were paying, please look at your order or your mail before you pay again. If this stays, tell us the number below.",
    again: "Try again",
  },
  de: {
    title: "Bei uns ist etwas schiefgegangen",
    text: "Falls du gerade bezahlt hast, sieh bitte in deiner Bestellung oder deinen Mails nach, bevor du noch einmal bezahlst. Wenn es so bleibt, nenne uns die Nummer unten.",
    again: "Noch einmal versuchen",
  },
  fr: {
    title: "Un problème est survenu de notre côté",
    text: "Si vous étiez en train de payer, vérifiez votre commande ou vos e-mails avant de payer à nouveau. Si cela persiste, indiquez-nous le numéro ci-dessous.",
    again: "Réessayer",
  },
  es: {
    title: "Algo ha fallado por nuestra parte",
    text: "Si estabas pagando, mira tu pedido o tu correo antes de pagar otra vez. Si sigue así, dinos el número de abajo.",
    again: "Intentar de nuevo",
  },
  ja: {
    title: "こちら側で問題が発生しました",
    text: "お支払いの途中だった場合は、再度お支払いになる前に、ご注文ページまたはメールをご確認ください。続く場合は、下の番号をお知らせください。",
    again: "もう一度試す",
  },
} as const;

export function troubleWords(language: string): (typeof words)[keyof typeof words] {
  const known = Object.entries(words).find(([code]) => code === language);
  return known?.[1] ?? words.en;
}
