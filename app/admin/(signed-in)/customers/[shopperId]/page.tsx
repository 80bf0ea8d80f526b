import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChargeCardForm } from "@/components/admin/charge-card-form";
import { Moment } from "@/components/admin/moment";
import { OrdersList } from "@/components/admin/orders-list";
import { PageHeader } from "@/components/admin/page-header";
import { orderName } from "@/components/admin/words";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { requireMerchant } from "@/lib/auth/merchant";
import { newId } from "@/lib/ids";
import { shopCurrencies } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";
import { brandName } from "@/lib/orders/paid-with";
import { findCustomer } from "@/lib/shoppers/for-merchants";
import { chargeCard } from "./actions";

export const metadata: Metadata = { title: "Customer" };

type Props = PageProps<"/admin/customers/[shopperId]">;

export default async function CustomerPage({ params }: Props) {
  const { shopperId } = await params;
  await requireMerchant(`/admin/customers/${shopperId}`);
  const customer = await findCustomer(shopperId);
  if (customer === null) notFound();
  const { name, email, emailVerified, phone, createdAt, cards, orders } = customer;
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Customers", href: "/admin/customers" }]}
        current={name}
      />
      <PageHeader
        title={name}
        lead={email}
        badges={emailVerified ? undefined : <Badge tone="warn">Not confirmed</Badge>}
      />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_24rem] xl:items-start">
        <section aria-labelledby="customer-orders" className="min-w-0">
          <h2 id="customer-orders" className="mb-4 text-lg">
            Orders
          </h2>
          {orders.length > 0 ? (
            <OrdersList orders={orders} caption="Orders of this customer" />
          ) : (
            <EmptyState title="No orders yet" />
          )}
        </section>
        <div className="flex flex-col gap-6">
          <Card aria-labelledby="customer-facts">
            <CardHeader id="customer-facts" title="Account" />
            <Facts
              items={[
                { label: "Since", value: <Moment at={createdAt} /> },
                { label: "Phone", value: phone ?? "not given" },
              ]}
            />
          </Card>
          <SavedCards cards={cards} />
          {cards.length > 0 && <Charges customer={customer} />}
        </div>
      </div>
    </>
  );
}

type Customer = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;

const cardName = ({ brand, last4 }: Customer["cards"][number]) =>
  `${brandName(brand)} ending in ${last4}`;

function SavedCards({ cards }: Pick<Customer, "cards">) {
  return (
    <Card aria-labelledby="customer-cards">
      <CardHeader id="customer-cards" title="Saved cards" />
      {cards.length === 0 && <p className="text-muted">None.</p>}
      <ul className="divide-y divide-line">
        {cards.map((card) => (
          <li key={card.id} className="py-3">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {cardName(card)} {card.isDefault && <Badge tone="info">Default</Badge>}
            </p>
            <p className="text-sm text-muted">
              Valid until {String(card.expMonth).padStart(2, "0")}/{card.expYear}
            </p>
            {card.consentAt && (
              <details className="text-sm text-muted">
                <summary className="target inline-flex cursor-pointer items-center underline underline-offset-4">
                  What was agreed to
                </summary>
                <p>
                  <Moment at={card.consentAt} />: {card.consent}
                </p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Charges({ customer }: { customer: Customer }) {
  const cards = customer.cards.map((card) => ({ value: card.id, label: cardName(card) }));
  const unpaid = customer.orders.filter(
    ({ status, payment }) => status === "incomplete" && payment === "unpaid",
  );
  const shared = { action: chargeCard, shopperId: customer.id, cards };
  return (
    <Card aria-labelledby="customer-charge">
      <CardHeader id="customer-charge" title="Charge a saved card" />
      <p className="mb-5 text-sm text-muted">
        Only for what was agreed to. Where the bank wants to see the customer, they get a mail with
        a link to pay.
      </p>
      {unpaid.length > 0 && (
        <div className="mb-6 border-b border-line pb-6">
          <ChargeCardForm
            {...shared}
            idempotencyKey={newId()}
            about={{
              is: "order",
              orders: unpaid.map((order) => ({
                value: order.id,
                label: `${orderName(order)} · ${formatMoney(money(order.totalMinor, order.currency))}`,
              })),
            }}
          />
        </div>
      )}
      <ChargeCardForm
        {...shared}
        idempotencyKey={newId()}
        about={{ is: "amount", currencies: shopCurrencies }}
      />
    </Card>
  );
}
