import type { Texts } from "../texts";
import type en from "./en";

export default {
  headline: "Sachen für die Stunde vor der Fähre",
  eyebrow: "{shop}, Hafenwaren",
  seeEverything: "Alles ansehen",
  favourites: "Was wir selbst benutzen",
  favouritesLabel: "Lieblingsstücke",
  rooms: "Fünf Räume",
  measuredTitle: "Wir messen alles nach",
  measuredText:
    "Ein Bild sagt nicht, ob etwas unter dein Regal passt. Darum steht bei allem neben dem Bild eine Zeichnung mit Maßen, abgenommen vom Stück auf unserem Tisch, mit unserem Lineal.",
  lostTitle: "An diesem Liegeplatz ist nichts",
  lostText: "Die Seite ist umgezogen oder war nie hier. Der Laden hat trotzdem offen.",
  backToStart: "Zur Startseite",
} satisfies Texts<typeof en>;
