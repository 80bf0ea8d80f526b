import type { Metadata } from "next";
import { PageHeader } from "@/components/admin/page-header";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { PaymentWays } from "@/app/(storefront)/checkout/payment/payment-ways";
import { EmptyState } from "@/components/ui/empty-state";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireMerchant } from "@/lib/auth/merchant";
import { findShopperOrder } from "@/lib/orders/shopper-queries";
import { paymentWays, type PaymentWay } from "@/lib/store-settings/schema";
import { readStoreSettings } from "@/lib/store-settings/store-settings";
import { compareWays } from "../actions";

export const metadata: Metadata = { title: "Compare the ways to pay" };

const titles = {
  elements: "Fields in your page",
  embedded: "Stripe's form in your page",
  hosted: "Stripe's own page",
} as const satisfies Record<PaymentWay, string>;

/** The three ways beside each other, each on a sample order of its own that can really be paid. */
export default async function ComparePage({ searchParams }: PageProps<"/admin/settings/compare">) {
  await requireMerchant("/admin/settings");
  const [tokens, settings] = await Promise.all([searchParams, readStoreSettings()]);
  const isBegun = paymentWays.some((way) => typeof tokens[way] === "string");
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Settings", href: "/admin/settings" }]}
        current="Compare the ways to pay"
      />
      <PageHeader
        title="Compare the ways to pay"
        lead="Three sample orders of the same thing. They are real orders: pay them, or let them be."
      />
      {isBegun ? (
        <div className="grid items-start gap-4 lg:grid-cols-2 2xl:grid-cols-3">
          {paymentWays.map((way) => (
            <Card key={way} aria-labelledby={way}>
              <CardHeader
                id={way}
                title={titles[way]}
                aside={settings.way === way && <Badge tone="good">In use</Badge>}
              />
              <SampleOrder token={tokens[way]} way={way} />
            </Card>
          ))}
        </div>
      ) : (
        <NothingToCompare />
      )}
    </>
  );
}

/** Who comes by an address of their own has no orders here yet. */
function NothingToCompare() {
  return (
    <EmptyState
      title="No sample orders yet"
      actions={
        <form action={compareWays}>
          <SubmitButton variant="solid" pendingLabel="Making three orders…">
            Make three sample orders
          </SubmitButton>
        </form>
      }
    >
      One for each way to pay, of something that is in stock. Its goods go back when nobody pays.
    </EmptyState>
  );
}

type SampleProps = { token: string | string[] | undefined; way: PaymentWay };

async function SampleOrder({ token, way }: SampleProps) {
  const order = typeof token === "string" ? await findShopperOrder(token) : null;
  if (order === null) return <p className="text-muted">There is no sample order.</p>;
  if (order.state === "unpaid") return <PaymentWays order={order} from="order" way={way} />;
  return (
    <>
      <p className="mb-4 text-muted">This sample order is not waiting for a payment any more.</p>
      <LinkButton href={`/orders/${order.accessToken}`} variant="secondary">
        Open the order
      </LinkButton>
    </>
  );
}
