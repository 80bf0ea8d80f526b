/** What stands around every page: header, menu, footer. */
export default {
  skip: "Skip to the content",
  home: "{shop}, home",
  categories: "Categories",
  menu: "Menu",
  closeMenu: "Close the menu",
  everything: "Everything",
  searchShop: "Search the shop",
  search: "Search",
  bagEmpty: "Bag, empty",
  bagCount: "Bag, {count, plural, one {# thing} other {# things}}",
  currency: "Currency: {currency}",
  language: "Language: {language}",
  freeShipping: "{rate}: free from {amount}",
  promise: "Things for weather, table and the hour before the ferry.",
  aboutUs:
    "{shop} is three people, one van and a shed on a quay. We sell few things, use all of them ourselves, and mend what we can.",
  shop: "Shop",
  quaySide: "Quay side",
  yourBag: "Your bag",
  forCrew: "For the crew",
  demonstration: "{shop} is the demonstration shop of Tender. Nothing in it is really sent.",
} as const;
