import type { Texts } from "../texts";
import type en from "./en";

export default {
  skip: "Aller au contenu",
  home: "{shop}, accueil",
  categories: "Catégories",
  menu: "Menu",
  closeMenu: "Fermer le menu",
  everything: "Tous les articles",
  searchShop: "Rechercher dans la boutique",
  search: "Rechercher",
  account: "Votre compte",
  bagEmpty: "Panier vide",
  bagCount: "Panier, {count, plural, one {# article} other {# articles}}",
  currency: "Devise : {currency}",
  language: "Langue : {language}",
  freeShipping: "{rate} : offerte dès {amount}",
  promise: "De quoi affronter le temps, dresser la table et attendre le ferry.",
  aboutUs:
    "{shop}, c’est trois personnes, une camionnette et un hangar sur un quai. Nous vendons peu d’objets, nous les utilisons tous et réparons ce que nous pouvons.",
  shop: "Boutique",
  quaySide: "Sur le quai",
  findOrder: "Retrouver une commande",
  yourBag: "Votre panier",
  forCrew: "Pour l’équipage",
  demonstration:
    "{shop} est la boutique de démonstration de Tender. Rien n’est réellement expédié.",
} satisfies Texts<typeof en>;
