import type { Texts } from "../texts";
import type en from "./en";

export default {
  order: "{number, select, none {Votre commande} other {Commande {number}}}",
  viewOrder: "Voir votre commande",
  confirmedSubject:
    "{number, select, none {Votre commande} other {La commande {number}}} est confirmée",
  items: "{count, plural, one {# article} other {# articles}}",
  thanks: "Merci.",
  thanksName: "Merci, {name}.",
  confirmedParcel:
    "Nous avons bien reçu votre commande et nous la préparons. Nous vous écrirons quand elle quittera le port.",
  confirmedDone: "Nous avons bien reçu votre commande, et elle est terminée.",
  refundSubject:
    "Votre remboursement de {amount} pour {number, select, none {votre commande} other {la commande {number}}}",
  refundAllPreview: "Toute la commande a été remboursée.",
  refundPartPreview: "Une partie de votre commande a été remboursée.",
  refundAll: "Votre commande est remboursée.",
  refundPart: "{amount} vous reviennent.",
  refundText:
    "Nous avons rendu {amount} par le moyen avec lequel vous avez payé. Il faut 5 à 10 jours aux banques pour l’afficher sur un relevé.",
  refundedNow: "Remboursé maintenant",
  refundedInAll: "Remboursé en tout",
  orderTotal: "Total de la commande",
  failedSubject:
    "Le paiement de {number, select, none {votre commande} other {la commande {number}}} n’a pas abouti",
  failedPreview: "Rien n’a été débité. Vous pouvez payer autrement.",
  failedEyebrow: "Paiement refusé",
  failed: "Le paiement n’a pas abouti.",
  failedText:
    "Rien n’a été débité. Votre commande est toujours là : vous pouvez la payer autrement.",
  toPay: "À payer",
  payOtherwise: "Payer autrement",
  actionSubject:
    "Veuillez confirmer le paiement de {number, select, none {votre commande} other {la commande {number}}}",
  actionPreview: "Rien n’a encore été débité. Cela prend une minute.",
  action: "Votre banque veut votre accord.",
  actionText:
    "Nous avons voulu débiter votre carte enregistrée, et votre banque vous demande de confirmer que c’est bien vous. Rien n’a encore été débité.",
  actionButton: "Confirmer et payer",
  cancelledSubject:
    "{number, select, none {Votre commande} other {La commande {number}}} est annulée",
  cancelledPreview: "Rien d’autre ne sera débité.",
  cancelled: "Votre commande est annulée.",
  cancelledText:
    "Rien d’autre ne sera débité. Un montant que votre banque avait réservé est libéré ; cela peut prendre quelques jours.",
  cancelledSoldOut:
    "Les articles étaient épuisés à l’arrivée de votre paiement. Ce que vous avez payé vous est remboursé par le même moyen.",
  shippedSubject:
    "{number, select, none {Votre commande} other {La commande {number}}} est en route",
  shippedBy: "Envoyée avec {carrier}.",
  shippedPreview: "Votre colis est parti.",
  shipped: "Elle est en route.",
  shippedText: "Votre colis nous a quittés et vogue vers vous.",
  carrier: "Transporteur",
  trackingNumber: "Numéro de suivi",
  track: "Suivre le colis",
  quantity: "Quantité {quantity}",
  shipsTo: "Livrée à",
  billedTo: "Facturée à",
  footerOrder:
    "Envoyé à {email} au sujet d’une commande chez {shop}. Le bouton ouvre votre commande sans mot de passe : gardez ce message pour vous.",
  footerAccount:
    "Envoyé à {email} parce que quelqu’un l’a demandé chez {shop}. Si ce n’était pas vous, il n’y a rien à faire.",
  linkSubject:
    "Votre lien vers {number, select, none {votre commande} other {la commande {number}}}",
  linkPreview: "Il est valable un jour.",
  link: "Voici votre commande.",
  linkText:
    "Vous avez demandé un lien vers votre commande. Il est valable un jour et s’ouvre sans mot de passe.",
  verifySubject: "Confirmez votre adresse e-mail",
  verifyPreview: "Un clic et votre compte est prêt.",
  verifyEyebrow: "Votre compte",
  verify: "Bienvenue à bord.",
  verifyText:
    "Appuyez sur le bouton pour confirmer que cette adresse est la vôtre. Le lien est valable un jour.",
  verifyButton: "Confirmer mon adresse",
  existsSubject: "Vous avez déjà un compte",
  existsPreview: "Connectez-vous ou choisissez un nouveau mot de passe.",
  exists: "Vous avez déjà un compte.",
  existsText:
    "Quelqu’un a voulu créer un compte avec cette adresse. Il en existe un : vous pouvez vous connecter ou choisir un nouveau mot de passe.",
  existsButton: "Choisir un nouveau mot de passe",
  resetSubject: "Choisissez un nouveau mot de passe",
  resetPreview: "Le lien est valable une heure.",
  reset: "Choisissez un nouveau mot de passe.",
  resetText:
    "Appuyez sur le bouton pour choisir un nouveau mot de passe. Le lien sert une fois, pendant une heure. L’ancien reste valable jusque-là.",
  resetButton: "Choisir un nouveau mot de passe",
} satisfies Texts<typeof en>;
