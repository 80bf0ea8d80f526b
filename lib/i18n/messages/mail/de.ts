import type { Texts } from "../texts";
import type en from "./en";

export default {
  order: "{number, select, none {Deine Bestellung} other {Bestellung {number}}}",
  viewOrder: "Bestellung ansehen",
  confirmedSubject:
    "{number, select, none {Deine Bestellung} other {Bestellung {number}}} ist bestätigt",
  items: "{count, plural, one {# Artikel} other {# Artikel}}",
  thanks: "Danke.",
  thanksName: "Danke, {name}.",
  confirmedParcel:
    "Wir haben deine Bestellung und machen sie fertig. Du hörst wieder von uns, wenn sie den Hafen verlässt.",
  confirmedDone: "Wir haben deine Bestellung, und sie ist abgeschlossen.",
  refundSubject:
    "Deine Erstattung von {amount} für {number, select, none {deine Bestellung} other {Bestellung {number}}}",
  refundAllPreview: "Die ganze Bestellung wurde erstattet.",
  refundPartPreview: "Ein Teil deiner Bestellung wurde erstattet.",
  refundAll: "Deine Bestellung ist erstattet.",
  refundPart: "{amount} sind auf dem Weg zurück zu dir.",
  refundText:
    "Wir haben {amount} auf dem Weg zurückgegeben, auf dem du bezahlt hast. Banken brauchen 5 bis 10 Tage, bis es auf dem Kontoauszug steht.",
  refundedNow: "Jetzt erstattet",
  refundedInAll: "Insgesamt erstattet",
  orderTotal: "Gesamtbetrag der Bestellung",
  failedSubject:
    "Die Zahlung für {number, select, none {deine Bestellung} other {Bestellung {number}}} hat nicht geklappt",
  failedPreview: "Es wurde nichts abgebucht. Du kannst anders bezahlen.",
  failedEyebrow: "Zahlung fehlgeschlagen",
  failed: "Die Zahlung hat nicht geklappt.",
  failedText:
    "Es wurde nichts abgebucht. Deine Bestellung ist noch da: Du kannst sie auf andere Weise bezahlen.",
  toPay: "Zu zahlen",
  payOtherwise: "Anders bezahlen",
  actionSubject:
    "Bitte bestätige die Zahlung für {number, select, none {deine Bestellung} other {Bestellung {number}}}",
  actionPreview: "Es wurde noch nichts abgebucht. Es dauert eine Minute.",
  action: "Deine Bank möchte von dir hören.",
  actionText:
    "Wir wollten deine gespeicherte Karte belasten, und deine Bank möchte, dass du bestätigst, dass du es bist. Es wurde noch nichts abgebucht.",
  actionButton: "Bestätigen und bezahlen",
  cancelledSubject:
    "{number, select, none {Deine Bestellung} other {Bestellung {number}}} ist storniert",
  cancelledPreview: "Dafür wird nichts mehr abgebucht.",
  cancelled: "Deine Bestellung ist storniert.",
  cancelledText:
    "Dafür wird nichts mehr abgebucht. Ein Betrag, den deine Bank zurückgelegt hatte, wird frei; das kann einige Tage dauern.",
  cancelledSoldOut:
    "Die Ware war ausverkauft, als deine Zahlung ankam. Was du bezahlt hast, geht dorthin zurück, woher es kam.",
  shippedSubject:
    "{number, select, none {Deine Bestellung} other {Bestellung {number}}} ist unterwegs",
  shippedBy: "Verschickt mit {carrier}.",
  shippedPreview: "Dein Paket hat uns verlassen.",
  shipped: "Es ist unterwegs.",
  shippedText: "Dein Paket hat uns verlassen und segelt zu dir.",
  carrier: "Versanddienst",
  trackingNumber: "Sendungsnummer",
  track: "Paket verfolgen",
  quantity: "Menge {quantity}",
  shipsTo: "Lieferung an",
  billedTo: "Rechnung an",
  footerOrder:
    "Gesendet an {email} wegen einer Bestellung bei {shop}. Der Knopf öffnet deine Bestellung ohne Passwort, also behalte diese Mail für dich.",
  footerAccount:
    "Gesendet an {email}, weil jemand bei {shop} darum gebeten hat. Warst du das nicht, musst du nichts tun.",
  linkSubject:
    "Dein Link zu {number, select, none {deiner Bestellung} other {Bestellung {number}}}",
  linkPreview: "Er gilt einen Tag.",
  link: "Hier ist deine Bestellung.",
  linkText:
    "Du hast um einen Link zu deiner Bestellung gebeten. Er gilt einen Tag und öffnet ohne Passwort.",
  verifySubject: "Bestätige deine E-Mail-Adresse",
  verifyPreview: "Ein Klick, und dein Konto ist bereit.",
  verifyEyebrow: "Dein Konto",
  verify: "Willkommen an Bord.",
  verifyText:
    "Drücke den Knopf, um zu bestätigen, dass diese Adresse dir gehört. Der Link gilt einen Tag.",
  verifyButton: "Adresse bestätigen",
  existsSubject: "Du hast schon ein Konto",
  existsPreview: "Melde dich an oder wähle ein neues Passwort.",
  exists: "Du hast schon ein Konto.",
  existsText:
    "Jemand wollte mit dieser Adresse ein Konto anlegen. Es gibt schon eins: Du kannst dich anmelden oder ein neues Passwort wählen.",
  existsButton: "Neues Passwort wählen",
  resetSubject: "Wähle ein neues Passwort",
  resetPreview: "Der Link gilt eine Stunde.",
  reset: "Wähle ein neues Passwort.",
  resetText:
    "Drücke den Knopf, um ein neues Passwort zu wählen. Der Link gilt einmal, eine Stunde lang. Bis dahin gilt dein altes Passwort.",
  resetButton: "Neues Passwort wählen",
} satisfies Texts<typeof en>;
