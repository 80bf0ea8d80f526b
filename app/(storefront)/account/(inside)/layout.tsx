import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AccountNav } from "@/components/account/account-nav";
import { translations } from "@/lib/i18n/request";
import { requireShopper } from "@/lib/shoppers/shopper";
import { signOut } from "../(door)/actions";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The way around the account. Who may see a page, the page itself asks. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const [t] = await Promise.all([translations("account"), requireShopper()]);
  return (
    <div className="page grid gap-8 py-8 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-14 lg:py-12">
      <AccountNav
        label={t("account")}
        links={[
          { href: "/account", label: t("overview") },
          { href: "/account/orders", label: t("orders") },
          { href: "/account/cards", label: t("cards") },
          { href: "/account/addresses", label: t("addresses") },
          { href: "/account/details", label: t("details") },
        ]}
        signOut={signOut}
        signOutLabel={t("signOut")}
      />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
