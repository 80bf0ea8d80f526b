import { Amount } from "@/components/admin/amount";
import { DayChart } from "@/components/admin/day-chart";
import { OrdersList } from "@/components/admin/orders-list";
import { PageHeader } from "@/components/admin/page-header";
import { WaitingList } from "@/components/admin/waiting-list";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { requireMerchant } from "@/lib/auth/merchant";
import { findOverview, waitingLimit, type Overview, type Revenue } from "@/lib/merchants/overview";
import { findOrders } from "@/lib/orders/queries";

export default async function OverviewPage() {
  const merchant = await requireMerchant("/admin");
  const [overview, recent] = await Promise.all([findOverview(), findOrders({})]);
  const { ordersToday, revenue, days, waiting } = overview;
  return (
    <>
      <PageHeader
        title={`Hello, ${merchant.name.split(" ")[0]}`}
        lead="This is how the shop is doing."
      />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
        <Card aria-labelledby="orders-by-day">
          <CardHeader
            id="orders-by-day"
            title={ordersToday === 1 ? "1 order today" : `${ordersToday} orders today`}
            aside={<span className="text-sm text-muted">14 days, UTC</span>}
          />
          <DayChart days={days} />
        </Card>
        <Card aria-labelledby="waiting">
          <CardHeader id="waiting" title="Waiting for you" />
          <WaitingList waiting={waitingOf(waiting)} limit={waitingLimit} />
        </Card>
      </div>
      <Takings revenue={revenue} />
      <section aria-labelledby="recent" className="mt-8">
        <div className="mb-3 flex items-baseline justify-between gap-4">
          <h2 id="recent" className="text-lg">
            Recent orders
          </h2>
          <Link
            href="/admin/orders"
            className="target inline-flex items-center text-sm font-semibold underline underline-offset-4"
          >
            All orders
          </Link>
        </div>
        {recent.orders.length > 0 ? (
          <OrdersList orders={recent.orders.slice(0, 8)} caption="The latest of all orders" />
        ) : (
          <EmptyState title="No orders yet">
            The first order appears here as soon as somebody goes to checkout.
          </EmptyState>
        )}
      </section>
    </>
  );
}

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

function waitingOf(waiting: Overview["waiting"]) {
  const { openCases, toCapture, toShip, unanswered, failedMails } = waiting;
  return [
    {
      href: "/admin/health",
      label: plural(openCases, "open case about money", "open cases about money"),
      count: openCases,
      urgent: true,
    },
    {
      href: "/admin/payments?open=1",
      label: plural(unanswered, "movement without an answer", "movements without an answer"),
      count: unanswered,
      urgent: true,
    },
    {
      href: "/admin/outbox?status=failed",
      label: plural(failedMails, "mail that did not go out", "mails that did not go out"),
      count: failedMails,
      urgent: true,
    },
    { href: "/admin/orders?payment=authorized", label: "authorized, to capture", count: toCapture },
    { href: "/admin/orders?payment=paid", label: "paid, to ship", count: toShip },
  ];
}

function Takings({ revenue }: { revenue: Revenue[] }) {
  if (revenue.length === 0) return null;
  return (
    <section aria-labelledby="takings" className="mt-4">
      <h2 id="takings" className="sr-only">
        Money taken, less refunds
      </h2>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-4">
        {revenue.map(({ currency, todayMinor, weekMinor }) => (
          <li key={currency} className="rounded-lg border border-line bg-surface px-4 py-4 sm:px-5">
            <p className="text-xs font-semibold text-muted">{currency} today</p>
            <p className="mt-0.5 text-xl font-bold">
              <Amount minor={todayMinor} currency={currency} />
            </p>
            <p className="mt-1 text-sm text-muted">
              <Amount minor={weekMinor} currency={currency} /> in 7 days
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
