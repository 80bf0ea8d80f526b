import type { Metadata } from "next";
import { PageHeader } from "@/components/admin/page-header";
import { CheckoutSettingsForm } from "@/components/admin/settings/checkout-settings-form";
import { GatewaySettingsForm } from "@/components/admin/settings/gateway-settings-form";
import { LookSettingsForm } from "@/components/admin/settings/look-settings-form";
import { Card, CardHeader } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireMerchant } from "@/lib/auth/merchant";
import { methodLabels } from "@/lib/merchants/method-labels";
import { findSettings } from "@/lib/merchants/settings";
import { methodTypes } from "@/lib/store-settings/schema";
import { compareWays, saveCheckout, saveGateways, saveLook } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  await requireMerchant("/admin/settings");
  const { store, capture, gateways, canConnect } = await findSettings();
  return (
    <>
      <PageHeader
        title="Settings"
        lead="How shoppers pay, and what Stripe's pages look like."
        actions={<CompareButton />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Card aria-labelledby="checkout">
          <CardHeader id="checkout" title="Checkout" />
          <CheckoutSettingsForm
            values={{
              way: store.way,
              methods: store.methods,
              syncCatalog: store.syncCatalog,
              capture,
              severalCaptures: gateways.stripe.severalCaptures,
            }}
            methods={methodTypes.map((type) => ({ type, label: methodLabels[type] }))}
            action={saveCheckout}
          />
        </Card>
        <div className="grid gap-4">
          <Card aria-labelledby="look">
            <CardHeader id="look" title="Look and words on Stripe's pages" />
            <LookSettingsForm values={{ ...store.branding, ...store.texts }} action={saveLook} />
          </Card>
          <Card aria-labelledby="gateways">
            <CardHeader id="gateways" title="Gateways" />
            <GatewaySettingsForm
              values={{
                manual: gateways.manual.enabled,
                stripe: gateways.stripe.enabled,
                stripeConnect: gateways.stripe_connect.enabled && canConnect,
                feePercent: String(gateways.stripe_connect.applicationFeeBasisPoints / 100),
              }}
              canConnect={canConnect}
              action={saveGateways}
            />
          </Card>
        </div>
      </div>
    </>
  );
}

function CompareButton() {
  return (
    <form action={compareWays}>
      <SubmitButton variant="secondary" size="small" pendingLabel="Making three orders…">
        Compare the ways to pay
      </SubmitButton>
    </form>
  );
}
