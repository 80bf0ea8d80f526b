/** The name under which a wallet knows a shopper. */
export const walletOf = ({ id }: { id: string }) => ({
  gateway: "stripe" as const,
  owner: `shopper:${id}`,
});
