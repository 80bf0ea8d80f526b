import type { Texts } from "../texts";
import type en from "./en";

export default {
  skip: "Ir al contenido",
  home: "{shop}, inicio",
  categories: "Categorías",
  menu: "Menú",
  closeMenu: "Cerrar el menú",
  everything: "Todo",
  searchShop: "Buscar en la tienda",
  search: "Buscar",
  account: "Tu cuenta",
  bagEmpty: "Cesta vacía",
  bagCount: "Cesta, {count, plural, one {# artículo} other {# artículos}}",
  currency: "Moneda: {currency}",
  language: "Idioma: {language}",
  freeShipping: "{rate}: gratis a partir de {amount}",
  promise: "Cosas para el mal tiempo, la mesa y la hora antes del ferri.",
  aboutUs:
    "{shop} somos tres personas, una furgoneta y un cobertizo en el muelle. Vendemos pocas cosas, las usamos todas y reparamos lo que podemos.",
  shop: "Tienda",
  quaySide: "En el muelle",
  findOrder: "Buscar un pedido",
  yourBag: "Tu cesta",
  forCrew: "Para la tripulación",
  demonstration: "{shop} es la tienda de demostración de Tender. Nada se envía de verdad.",
} satisfies Texts<typeof en>;
