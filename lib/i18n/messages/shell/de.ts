import type { Texts } from "../texts";
import type en from "./en";

export default {
  skip: "Zum Inhalt springen",
  home: "{shop}, Startseite",
  categories: "Kategorien",
  menu: "Menü",
  closeMenu: "Menü schließen",
  everything: "Alles",
  searchShop: "Im Shop suchen",
  search: "Suchen",
  account: "Dein Konto",
  bagEmpty: "Warenkorb, leer",
  bagCount: "Warenkorb, {count, plural, one {# Artikel} other {# Artikel}}",
  currency: "Währung: {currency}",
  language: "Sprache: {language}",
  freeShipping: "{rate}: kostenlos ab {amount}",
  promise: "Sachen für Wetter, Tisch und die Stunde vor der Fähre.",
  aboutUs:
    "{shop}, das sind drei Leute, ein Lieferwagen und ein Schuppen am Kai. Wir verkaufen wenige Dinge, benutzen sie alle selbst und reparieren, was wir können.",
  shop: "Shop",
  quaySide: "Am Kai",
  findOrder: "Bestellung finden",
  yourBag: "Warenkorb",
  forCrew: "Für die Crew",
  demonstration: "{shop} ist der Vorführladen von Tender. Nichts wird wirklich verschickt.",
} satisfies Texts<typeof en>;
