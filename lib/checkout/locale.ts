/** How amounts and dates are written for shoppers. An order keeps the one it was placed in. */
export const shopperLocale = "en-US";
