import type { ReactNode } from "react";
import { SiteFooter } from "@/components/storefront/site-footer";
import { SiteHeader } from "@/components/storefront/site-header";
import { readCartRef, readShopperCurrency } from "@/lib/cart/cookies";
import { listCategories } from "@/lib/catalog/queries";
import { countItems, findFreeShipping } from "@/lib/cart/queries";
import { localeNames, locales } from "@/lib/i18n/locales";
import { translations } from "@/lib/i18n/request";
import { currencyName, shopCurrencies } from "@/lib/money/currency";
import { formatMoney } from "@/lib/money/money";

/** What stands around every page for shoppers, the one that was not found included. */
export async function Shell({ children }: { children: ReactNode }) {
  const [currency, cartRef, t] = await Promise.all([
    readShopperCurrency(),
    readCartRef(),
    translations("shell"),
  ]);
  const [categories, cartCount, free] = await Promise.all([
    listCategories(t.locale),
    cartRef === null ? 0 : countItems(cartRef),
    findFreeShipping(currency, t.locale),
  ]);
  const stocked = categories.filter(({ productCount }) => productCount > 0);
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader
        categories={stocked}
        cartCount={cartCount}
        currency={currency}
        currencies={shopCurrencies.map((value) => ({ value, label: currencyName(value, t.tag) }))}
        languages={locales.map((lang) => ({ value: lang, label: localeNames[lang], lang }))}
        notice={
          free && t("freeShipping", { rate: free.rateName, amount: formatMoney(free.from, t.tag) })
        }
        t={t}
      />
      <main id="main" tabIndex={-1} className="flex-1">
        {children}
      </main>
      <SiteFooter categories={stocked} t={t} />
    </div>
  );
}
