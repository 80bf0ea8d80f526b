import type { Metadata } from "next";
import { OrderRows } from "@/components/account/order-rows";
import { Card, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { translations } from "@/lib/i18n/request";
import { brandName } from "@/lib/orders/paid-with";
import { listCards } from "@/lib/payments/wallet/cards";
import { addressLines } from "@/lib/shipping/address";
import { findOwnAddresses, findOwnOrders } from "@/lib/shoppers/queries";
import { requireShopper, walletOf } from "@/lib/shoppers/shopper";
import { orderRows } from "./order-rows";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("account") };
}

export default async function AccountPage() {
  const [t, shopper] = await Promise.all([translations("account"), requireShopper()]);
  const [{ orders }, cards, addresses] = await Promise.all([
    findOwnOrders(shopper, { page: 1 }),
    listCards(walletOf(shopper)),
    findOwnAddresses(shopper.id),
  ]);
  const name = t.locale === "ja" ? shopper.name : (shopper.name.split(" ")[0] ?? "");
  const [card] = cards;
  const [home] = addresses;
  return (
    <>
      <h1 className="text-3xl">{t("hello", { name })}</h1>
      <section aria-labelledby="last-orders" className="mt-8">
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="last-orders" className="text-xl">
            {t("lastOrders")}
          </h2>
          {orders.length > 0 && (
            <Link
              href="/account/orders"
              className="target inline-flex items-center underline underline-offset-4"
            >
              {t("allOrders")}
            </Link>
          )}
        </div>
        {orders.length > 0 ? (
          <OrderRows rows={orderRows(orders.slice(0, 3), t)} />
        ) : (
          <EmptyState
            title={t("noOrders")}
            actions={<LinkButton href="/products">{t("goShopping")}</LinkButton>}
          >
            {t("noOrdersText")}
          </EmptyState>
        )}
      </section>
      <div className="mt-8 grid gap-6 sm:grid-cols-2">
        <Card aria-labelledby="card-title">
          <CardHeader
            id="card-title"
            title={t("cards")}
            aside={<More href="/account/cards" label={t("edit")} name={t("cards")} />}
          />
          <p className="text-muted">
            {card ? t("ending", { brand: brandName(card.brand), last4: card.last4 }) : t("noCards")}
          </p>
        </Card>
        <Card aria-labelledby="address-title">
          <CardHeader
            id="address-title"
            title={t("addresses")}
            aside={<More href="/account/addresses" label={t("edit")} name={t("addresses")} />}
          />
          <p className="whitespace-pre-line text-muted">
            {home ? addressLines(home.address, t.tag).join("\n") : t("noAddresses")}
          </p>
        </Card>
      </div>
    </>
  );
}

function More({ href, label, name }: { href: string; label: string; name: string }) {
  return (
    <Link
      href={href}
      className="target inline-flex items-center text-sm underline underline-offset-4"
    >
      {label} <span className="sr-only">: {name}</span>
    </Link>
  );
}
