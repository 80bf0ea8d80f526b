import type { Metadata } from "next";
import { AddCard } from "@/components/account/add-card";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { translations } from "@/lib/i18n/request";
import { beginCardSetup } from "@/lib/payments/wallet/setup";
import { shop } from "@/lib/shop";
import { requireShopper, walletOf } from "@/lib/shoppers/shopper";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("addCard") };
}

export default async function AddCardPage() {
  const [t, shopper] = await Promise.all([
    translations("account"),
    requireShopper("/account/cards/add"),
  ]);
  const { name, email } = shopper;
  const consent = t("consent", { shop: shop.name });
  const setup = await beginCardSetup({ ...walletOf(shopper), name, email, consent }).catch(
    (error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    },
  );
  const { stripe, storeUrl } = env();
  return (
    <div className="max-w-lg">
      <h1 className="mb-6 text-3xl">{t("addCard")}</h1>
      {setup === null ? (
        <Alert tone="bad" title={t("failed")} className="mb-6" />
      ) : (
        <AddCard
          clientSecret={setup.clientSecret}
          source={{
            publishableKey: stripe.publishableKey,
            script: stripe.mode === "sandbox" ? `${stripe.url}/js/stripe.js` : null,
            locale: t.locale,
          }}
          returnUrl={`${storeUrl}/account/cards/return`}
          consent={consent}
          words={{
            keep: t("keepCard"),
            keeping: t("keeping"),
            blocked: t("blocked"),
            loading: t("loading"),
            failed: t("failed"),
          }}
        />
      )}
      <LinkButton href="/account/cards" variant="quiet" className="mt-4 -ml-5">
        {t("back")}
      </LinkButton>
    </div>
  );
}
