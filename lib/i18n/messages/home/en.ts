/** The first page. */
export default {
  headline: "Goods for the hour before the ferry",
  eyebrow: "{shop}, harbour goods",
  seeEverything: "See everything",
  favourites: "What we use ourselves",
  favouritesLabel: "Favourites",
  rooms: "Five rooms",
  measuredTitle: "We measure everything",
  measuredText:
    "A picture does not say whether it fits under your shelf. So each thing here has a drawing with its sizes beside its picture, made from the one on our own table, with our own ruler.",
  lostTitle: "Nothing at this mooring",
  lostText: "The page has moved, or it never was here. The shop is still open.",
  backToStart: "Back to the start",
} as const;
