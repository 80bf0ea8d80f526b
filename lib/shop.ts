/** What the shop calls itself, in one place. */
export const shop = {
  name: "Kittiwake",
  trade: "Harbour goods",
  promise: "Things for weather, table and the hour before the ferry.",
} as const;
