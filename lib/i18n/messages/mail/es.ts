import type { Texts } from "../texts";
import type en from "./en";

export default {
  order: "{number, select, none {Tu pedido} other {Pedido {number}}}",
  viewOrder: "Ver tu pedido",
  confirmedSubject: "{number, select, none {Tu pedido} other {El pedido {number}}} está confirmado",
  items: "{count, plural, one {# artículo} other {# artículos}}",
  thanks: "Gracias.",
  thanksName: "Gracias, {name}.",
  confirmedParcel:
    "Tenemos tu pedido y lo estamos preparando. Te escribiremos cuando salga del puerto.",
  confirmedDone: "Tenemos tu pedido y está completo.",
  refundSubject:
    "Tu reembolso de {amount} por {number, select, none {tu pedido} other {el pedido {number}}}",
  refundAllPreview: "Se ha reembolsado todo el pedido.",
  refundPartPreview: "Se ha reembolsado una parte de tu pedido.",
  refundAll: "Tu pedido está reembolsado.",
  refundPart: "{amount} están de vuelta hacia ti.",
  refundText:
    "Hemos devuelto {amount} por el medio con el que pagaste. Los bancos tardan de 5 a 10 días en mostrarlo.",
  refundedNow: "Reembolsado ahora",
  refundedInAll: "Reembolsado en total",
  orderTotal: "Total del pedido",
  failedSubject:
    "El pago {number, select, none {de tu pedido} other {del pedido {number}}} no se ha realizado",
  failedPreview: "No se ha cobrado nada. Puedes pagar de otra forma.",
  failedEyebrow: "Pago fallido",
  failed: "El pago no se ha realizado.",
  failedText: "No se ha cobrado nada. Tu pedido sigue aquí: puedes pagarlo de otra forma.",
  toPay: "Por pagar",
  payOtherwise: "Pagar de otra forma",
  actionSubject:
    "Confirma el pago {number, select, none {de tu pedido} other {del pedido {number}}}",
  actionPreview: "Aún no se ha cobrado nada. Es un minuto.",
  action: "Tu banco quiere hablar contigo.",
  actionText:
    "Hemos intentado cobrar con tu tarjeta guardada y tu banco pide que confirmes que eres tú. Aún no se ha cobrado nada.",
  actionButton: "Confirmar y pagar",
  cancelledSubject: "{number, select, none {Tu pedido} other {El pedido {number}}} está cancelado",
  cancelledPreview: "No se cobrará nada más.",
  cancelled: "Tu pedido está cancelado.",
  cancelledText:
    "No se cobrará nada más. Si tu banco había reservado un importe, se libera; puede tardar unos días.",
  cancelledSoldOut:
    "Los artículos se habían agotado cuando llegó tu pago. Lo que pagaste vuelve por el mismo medio.",
  shippedSubject: "{number, select, none {Tu pedido} other {El pedido {number}}} está en camino",
  shippedBy: "Enviado con {carrier}.",
  shippedPreview: "Tu paquete ha salido.",
  shipped: "Está en camino.",
  shippedText: "Tu paquete ha salido y navega hacia ti.",
  carrier: "Transportista",
  trackingNumber: "Número de seguimiento",
  track: "Seguir el paquete",
  quantity: "Cantidad {quantity}",
  shipsTo: "Se envía a",
  billedTo: "Se factura a",
  footerOrder:
    "Enviado a {email} por un pedido en {shop}. El botón abre tu pedido sin contraseña, así que guarda este correo para ti.",
  footerAccount:
    "Enviado a {email} porque alguien lo pidió en {shop}. Si no fuiste tú, no tienes que hacer nada.",
  linkSubject: "Tu enlace {number, select, none {a tu pedido} other {al pedido {number}}}",
  linkPreview: "Sirve durante un día.",
  link: "Aquí está tu pedido.",
  linkText: "Pediste un enlace a tu pedido. Sirve durante un día y se abre sin contraseña.",
  verifySubject: "Confirma tu dirección de correo",
  verifyPreview: "Un clic y tu cuenta está lista.",
  verifyEyebrow: "Tu cuenta",
  verify: "Te damos la bienvenida a bordo.",
  verifyText:
    "Pulsa el botón para confirmar que esta dirección es tuya. El enlace sirve durante un día.",
  verifyButton: "Confirmar mi dirección",
  existsSubject: "Ya tienes una cuenta",
  existsPreview: "Inicia sesión o elige otra contraseña.",
  exists: "Ya tienes una cuenta.",
  existsText:
    "Alguien quiso crear una cuenta con esta dirección. Ya hay una: puedes iniciar sesión o elegir otra contraseña.",
  existsButton: "Elegir otra contraseña",
  resetSubject: "Elige otra contraseña",
  resetPreview: "El enlace sirve durante una hora.",
  reset: "Elige otra contraseña.",
  resetText:
    "Pulsa el botón para elegir otra contraseña. El enlace sirve una vez, durante una hora. Hasta entonces vale la anterior.",
  resetButton: "Elegir otra contraseña",
} satisfies Texts<typeof en>;
