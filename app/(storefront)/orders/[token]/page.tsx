import type { Metadata } from "next";
import { LiveStatus } from "@/components/checkout/live-status";
import { OrderDetails } from "@/components/checkout/order-details";
import { orderSummary } from "@/lib/checkout/summary";
import { localeOfTag } from "@/lib/i18n/locales";
import { translations } from "@/lib/i18n/request";
import { translator } from "@/lib/i18n/translator";
import { orderBlocks, orderRefunds, orderStory } from "@/lib/orders/shopper-page";
import { openOrder } from "@/lib/orders/shopper-queries";
import { nextNews } from "@/lib/orders/shopper-state";
import { shop } from "@/lib/shop";
import { currentShopper } from "@/lib/shoppers/shopper";
import { ClosedLink } from "./closed-link";
import { OrderHead } from "./order-head";
import { Nowhere } from "../../nowhere";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("order");
  return {
    title: t("title"),
    robots: { index: false, follow: false },
    // The address is the key to the page: it must not travel to other sites.
    referrer: "same-origin",
  };
}

type Props = PageProps<"/orders/[token]">;

export default async function OrderPage({ params, searchParams }: Props) {
  const [{ token }, { checking, sent, late }, shopper] = await Promise.all([
    params,
    searchParams,
    currentShopper(),
  ]);
  const opened = await openOrder(token, shopper?.id);
  if (opened.is === "unknown") return <Nowhere />;
  if (opened.is === "closed") return <ClosedLink token={token} isSent={sent === "1"} />;
  const { order } = opened;
  // The return page got no answer from the payment provider: until one comes, nobody says "unpaid".
  const unanswered = order.state === "unpaid" && checking === "1";
  const state = unanswered ? "checking" : order.state;
  const news = nextNews(state);
  const locale = localeOfTag(order.locale);
  const t = translator(locale, "order");
  return (
    <div className="page py-6 sm:py-10" lang={locale}>
      <p className="mb-6 hidden text-lg font-semibold print:block">
        {shop.name} · {t("receipt")}
      </p>
      <OrderHead order={order} state={state} isLate={late === "1"} t={t} />
      <OrderDetails
        summary={orderSummary(order)}
        refunds={orderRefunds(order, t)}
        blocks={orderBlocks(order, t)}
        story={orderStory(order, t)}
        words={{
          goods: t("goods"),
          story: t("story"),
          history: t("history"),
          details: t("details"),
        }}
      />
      {news !== null && <LiveStatus news={news} />}
    </div>
  );
}
