import type { Metadata } from "next";
import { OrderRows } from "@/components/account/order-rows";
import { Card, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { brandName } from "@/lib/orders/paid-with";
import { listCards } from "@/lib/payments/wallet/cards";
import type { SavedCard } from "@/lib/payments/wallet/views";
import { addressLines } from "@/lib/shipping/address";
import { findOwnAddresses, findOwnOrders, type OwnAddressView } from "@/lib/shoppers/queries";
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
  return (
    <>
      <h1 className="text-3xl">{t("hello", { name })}</h1>
      <LastOrders rows={orderRows(orders.slice(0, 3), t)} t={t} />
      <div className="mt-8 grid gap-6 sm:grid-cols-2">
        <Short title={t("cards")} href="/account/cards" edit={t("edit")}>
          {firstCard(cards, t)}
        </Short>
        <Short title={t("addresses")} href="/account/addresses" edit={t("edit")}>
          {firstAddress(addresses, t)}
        </Short>
      </div>
    </>
  );
}

type Words = Translator<"account">;

function firstCard([card]: SavedCard[], t: Words): string {
  return card ? t("ending", { brand: brandName(card.brand), last4: card.last4 }) : t("noCards");
}

function firstAddress([home]: OwnAddressView[], t: Words): string {
  return home ? addressLines(home.address, t.tag).join("\n") : t("noAddresses");
}

function LastOrders({ rows, t }: { rows: ReturnType<typeof orderRows>; t: Words }) {
  return (
    <section aria-labelledby="last-orders" className="mt-8">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="last-orders" className="text-xl">
          {t("lastOrders")}
        </h2>
        {rows.length > 0 && (
          <Link
            href="/account/orders"
            className="target inline-flex items-center underline underline-offset-4"
          >
            {t("allOrders")}
          </Link>
        )}
      </div>
      {rows.length > 0 ? (
        <OrderRows rows={rows} />
      ) : (
        <EmptyState
          title={t("noOrders")}
          actions={<LinkButton href="/products">{t("goShopping")}</LinkButton>}
        >
          {t("noOrdersText")}
        </EmptyState>
      )}
    </section>
  );
}

type ShortProps = { title: string; href: string; edit: string; children: string };

/** The first of what its page has all of. */
function Short({ title, href, edit, children }: ShortProps) {
  const id = `${href.slice("/account/".length)}-title`;
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={title} aside={<More href={href} label={edit} name={title} />} />
      <p className="whitespace-pre-line text-muted">{children}</p>
    </Card>
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
