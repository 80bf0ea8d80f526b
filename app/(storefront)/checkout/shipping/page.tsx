import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { CheckoutFrame } from "@/components/checkout/checkout-frame";
import { Review } from "@/components/checkout/review";
import { ShippingForm } from "@/components/checkout/shipping-form";
import { StepNotice } from "@/components/checkout/step-notice";
import { Summary } from "@/components/checkout/summary";
import { ChangeNotice } from "@/components/storefront/change-notice";
import { CodeForm } from "@/components/storefront/code-form";
import { changesOf, changesView } from "@/lib/checkout/changes";
import { codesView } from "@/lib/checkout/codes-view";
import { lineText } from "@/lib/checkout/line-text";
import { readNotice } from "@/lib/checkout/notices";
import type { Checkout } from "@/lib/checkout/queries";
import { cartSummary } from "@/lib/checkout/summary";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { addressLines, countryName } from "@/lib/shipping/address";
import { enterCodeAction, removeCodeAction } from "../../cart/code-actions";
import { chooseRate, continueToPayment } from "../actions";
import { openCheckout } from "../open-checkout";
import { rateOptions } from "../rate-options";
import { stepWords } from "../step-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("checkout");
  return { title: t("metaShipping") };
}

type Props = PageProps<"/checkout/shipping">;

export default async function ShippingPage({ searchParams }: Props) {
  const [checkout, t] = await Promise.all([openCheckout("shipping"), translations("checkout")]);
  const asked = await searchParams;
  const notice = readNotice(asked.notice, t);
  const changes = changesOf(checkout.lines).filter((change) => change.is === "price");
  const { email, shipping } = checkout.draft;
  return (
    <CheckoutFrame
      step="shipping"
      title={t("titleShipping")}
      words={stepWords(t)}
      summary={
        <Summary {...cartSummary(checkout, "at-shipping", t.tag)}>
          <CodeForm
            view={codesView(checkout, t.tag, asked.code)}
            back="/checkout/shipping"
            enter={enterCodeAction}
            remove={removeCodeAction}
          />
        </Summary>
      }
      back={{ href: "/checkout", label: t("backToAddress") }}
    >
      <Review
        change={t("change")}
        rows={[
          {
            label: t("reviewContact"),
            value: email,
            change: { href: "/checkout#email", label: t("changeEmail") },
          },
          {
            label: t("reviewShipTo"),
            value: addressLines(shipping, t.tag).join(", "),
            change: { href: "/checkout#shipping-country", label: t("changeAddress") },
          },
        ]}
      />
      <StepNotice notice={notice} />
      <ChangeNotice {...changesView(changes, checkout.currency, t.tag)} className="mb-8" />
      <StockProblems checkout={checkout} t={t} />
      <Rates checkout={checkout} t={t} />
    </CheckoutFrame>
  );
}

type PartProps = { checkout: Checkout; t: Translator<"checkout"> };

function Rates({ checkout, t }: PartProps) {
  const { draft, goodsMinor, rate, stockProblems } = checkout;
  if (rate === null) {
    const country = countryName(draft.shipping.country, t.tag);
    return (
      <Alert tone="warn" title={t("notSentThere", { country })}>
        <p className="mb-3">{t("notSentThereText")}</p>
        <LinkButton href="/checkout#shipping-country" variant="secondary">
          {t("changeTheAddress")}
        </LinkButton>
      </Alert>
    );
  }
  return (
    <ShippingForm
      rates={rateOptions(checkout, t)}
      chosen={rate.code}
      seenGoodsMinor={goodsMinor}
      disabled={stockProblems.length > 0}
      words={{
        howSent: t("howSent"),
        continueToPayment: t("continueToPayment"),
        reserving: t("reserving"),
        nothingOrdered: t("nothingOrdered"),
      }}
      action={continueToPayment}
      onChoose={chooseRate}
    />
  );
}

function StockProblems({ checkout, t }: PartProps) {
  const problems = checkout.lines.flatMap((line) => lineText(line, t) ?? []);
  if (problems.length === 0) return null;
  return (
    <Alert tone="warn" role="alert" title={t("bagNeedsChange")} className="mb-8">
      <ul className="mb-3">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <LinkButton href="/cart" variant="secondary">
        {t("changeYourBag")}
      </LinkButton>
    </Alert>
  );
}
