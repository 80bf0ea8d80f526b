/** What a wallet sheet is asked to collect, and what comes of it. Amounts in minor units. */
export type WalletRequest = {
  wantsEmail: boolean;
  wantsPhone: boolean;
  wantsShipping: boolean;
  allowedCountries: string[] | null;
  rates: { id: string; amount: number; displayName: string }[];
  lines: { name: string; amount: number }[];
};

export type WalletContact = {
  name: string;
  email: string;
  phone: string;
  address: {
    line1: string;
    line2: string | null;
    city: string;
    state: string;
    postal_code: string;
    country: string;
  };
};

export type WalletPayment = {
  paymentMethod: string;
  contact: WalletContact;
  rateId: string | null;
};
