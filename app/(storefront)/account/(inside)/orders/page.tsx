import type { Metadata } from "next";
import { z } from "zod";
import { OrderRows } from "@/components/account/order-rows";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { translations } from "@/lib/i18n/request";
import { findOwnOrders } from "@/lib/shoppers/queries";
import { requireShopper } from "@/lib/shoppers/shopper";
import { orderRows } from "../order-rows";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("orders") };
}

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

export default async function OrdersPage({ searchParams }: PageProps<"/account/orders">) {
  const [t, query, shopper] = await Promise.all([
    translations("account"),
    searchParams,
    requireShopper("/account/orders"),
  ]);
  const found = await findOwnOrders(shopper, { page: pageNumber.parse(query.page) });
  const { orders, page, pages } = found;
  return (
    <>
      <h1 className="mb-6 text-3xl">{t("orders")}</h1>
      {orders.length > 0 ? (
        <OrderRows rows={orderRows(orders, t)} />
      ) : (
        <EmptyState
          title={t("noOrders")}
          actions={<LinkButton href="/products">{t("goShopping")}</LinkButton>}
        >
          {t("noOrdersText")}
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => `/account/orders?page=${number}`}
        words={{
          navigation: t("pages"),
          previous: t("previous"),
          next: t("next"),
          position: t("position", { page, pages }),
        }}
      />
    </>
  );
}
