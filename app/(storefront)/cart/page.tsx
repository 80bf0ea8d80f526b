import type { Metadata } from "next";
import { CartForms } from "@/components/storefront/cart-forms";
import { CartLines } from "@/components/storefront/cart-lines";
import { CartSummary } from "@/components/storefront/cart-summary";
import { ChangeNotice } from "@/components/storefront/change-notice";
import { CodeForm } from "@/components/storefront/code-form";
import { EstimateForm } from "@/components/storefront/estimate-form";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Img } from "@/components/ui/img";
import { readCartRef } from "@/lib/cart/cookies";
import { findCart } from "@/lib/cart/queries";
import { bagTotals } from "@/lib/checkout/bag-view";
import { changesOf, changesView } from "@/lib/checkout/changes";
import { codesView } from "@/lib/checkout/codes-view";
import { countryList } from "@/lib/checkout/country-list";
import { findCheckout } from "@/lib/checkout/queries";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { changeLineAction } from "./actions";
import { enterCodeAction, estimateAction, removeCodeAction } from "./code-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("bag");
  return { title: t("title"), robots: { index: false } };
}

export default async function CartPage({ searchParams }: PageProps<"/cart">) {
  const [ref, t, { code }] = await Promise.all([readCartRef(), translations("bag"), searchParams]);
  return (
    <div className="page pt-8 md:pt-12">
      <CartForms action={changeLineAction}>
        <Bag cartRef={ref} t={t} answered={code} />
      </CartForms>
    </div>
  );
}

type BagProps = { cartRef: string | null; t: Translator<"bag">; answered: unknown };

async function Bag({ cartRef, t, answered }: BagProps) {
  if (cartRef === null) return <EmptyBag t={t} />;
  const [cart, checkout] = await Promise.all([
    findCart(cartRef, t),
    findCheckout(cartRef, { locale: t.locale }),
  ]);
  if (cart === null || checkout === null) return <EmptyBag t={t} />;
  const { value, note, rows } = bagTotals(checkout, t.tag);
  const changes = changesOf(checkout.lines).filter((change) => change.is === "price");
  return (
    <>
      <h1 className="mb-6 text-3xl">{t("title")}</h1>
      <ChangeNotice {...changesView(changes, checkout.currency, t.tag)} className="mb-6" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-16">
        <CartLines lines={cart.lines} t={t} />
        <CartSummary
          cart={cart}
          rows={rows}
          total={{ label: t("total"), value, note }}
          checkoutHref="/checkout"
          t={t}
        >
          <EstimateForm
            countries={countryList(t.tag)}
            chosen={checkout.draft.shipping.country}
            words={{ label: t("estimate"), show: t("estimateShow") }}
            action={estimateAction}
          />
          <CodeForm
            view={codesView(checkout, t.tag, answered)}
            back="/cart"
            enter={enterCodeAction}
            remove={removeCodeAction}
          />
        </CartSummary>
      </div>
    </>
  );
}

function EmptyBag({ t }: { t: Translator<"bag"> }) {
  return (
    <EmptyState
      as="h1"
      title={t("emptyTitle")}
      picture={
        <Img
          src="/products/deckhand-tote-ochre.svg"
          alt=""
          width={800}
          height={1000}
          loading="eager"
          className="size-56 rounded-full object-cover object-[50%_75%]"
        />
      }
      actions={<LinkButton href="/products">{t("seeEverything")}</LinkButton>}
    >
      <p>{t("emptyText")}</p>
    </EmptyState>
  );
}
