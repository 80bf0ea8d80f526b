import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { CheckoutFrame } from "@/components/checkout/checkout-frame";
import { Review } from "@/components/checkout/review";
import { ShippingForm } from "@/components/checkout/shipping-form";
import { StepNotice } from "@/components/checkout/step-notice";
import { Summary } from "@/components/checkout/summary";
import { shopperLocale } from "@/lib/checkout/locale";
import { readNotice } from "@/lib/checkout/notices";
import type { Checkout } from "@/lib/checkout/queries";
import { cartSummary } from "@/lib/checkout/summary";
import { formatMoney, money } from "@/lib/money/money";
import { addressLines, countryName } from "@/lib/orders/address";
import { chooseRate, continueToPayment } from "../actions";
import { openCheckout } from "../open-checkout";

export const metadata: Metadata = { title: "Checkout: shipping" };

type Props = PageProps<"/checkout/shipping">;

export default async function ShippingPage({ searchParams }: Props) {
  const checkout = await openCheckout("shipping");
  const notice = readNotice((await searchParams).notice);
  const { email, shipping } = checkout.draft;
  return (
    <CheckoutFrame
      step="shipping"
      title="How should it travel?"
      summary={<Summary {...cartSummary(checkout, "at-shipping")} locale={shopperLocale} />}
      back={{ href: "/checkout", label: "Back to the address" }}
    >
      <Review
        rows={[
          {
            label: "Contact",
            value: email,
            change: { href: "/checkout#email", label: "Change the e-mail address" },
          },
          {
            label: "Ship to",
            value: addressLines(shipping, shopperLocale).join(", "),
            change: { href: "/checkout#shipping-country", label: "Change the shipping address" },
          },
        ]}
      />
      <StepNotice notice={notice} />
      <StockProblems problems={checkout.stockProblems} />
      <Rates checkout={checkout} />
    </CheckoutFrame>
  );
}

function Rates({ checkout }: { checkout: Checkout }) {
  const { currency, draft, goodsMinor, rate, rates, stockProblems } = checkout;
  if (rate === null) {
    const country = countryName(draft.shipping.country, shopperLocale);
    return (
      <Alert tone="warn" title={`We do not send to ${country} yet.`}>
        <p className="mb-3">Your bag is kept. Is there another address?</p>
        <LinkButton href="/checkout#shipping-country" variant="secondary">
          Change the address
        </LinkButton>
      </Alert>
    );
  }
  const options = rates.map(({ code, name, description, delivery, amountMinor }) => ({
    code,
    name,
    description,
    delivery,
    price: amountMinor === 0 ? "Free" : formatMoney(money(amountMinor, currency), shopperLocale),
  }));
  return (
    <ShippingForm
      rates={options}
      chosen={rate.code}
      seenGoodsMinor={goodsMinor}
      disabled={stockProblems.length > 0}
      action={continueToPayment}
      onChoose={chooseRate}
    />
  );
}

function StockProblems({ problems }: { problems: string[] }) {
  if (problems.length === 0) return null;
  return (
    <Alert tone="warn" role="alert" title="Your bag needs a change first" className="mb-8">
      <ul className="mb-3">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <LinkButton href="/cart" variant="secondary">
        Change your bag
      </LinkButton>
    </Alert>
  );
}
