/** The name that mails are signed with. */
export const shopName = "Kittiwake";
