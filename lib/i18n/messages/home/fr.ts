import type { Texts } from "../texts";
import type en from "./en";

export default {
  headline: "De quoi vivre l’heure d’avant le ferry",
  eyebrow: "{shop}, articles du port",
  seeEverything: "Voir tous les articles",
  favourites: "Ce que nous utilisons nous-mêmes",
  favouritesLabel: "Favoris",
  rooms: "Cinq pièces",
  measuredTitle: "Nous mesurons tout",
  measuredText:
    "Une photo ne dit pas si l’objet tient sous votre étagère. Chaque article a donc, à côté de sa photo, un dessin coté, relevé sur celui de notre table, avec notre règle.",
  lostTitle: "Rien à cet amarrage",
  lostText: "La page a changé de place, ou n’a jamais été ici. La boutique reste ouverte.",
  backToStart: "Retour à l’accueil",
} satisfies Texts<typeof en>;
