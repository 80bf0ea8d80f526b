import type Stripe from "stripe";
import { idOf } from "../ids";
import { wholeList } from "../lists";
import type { CheckoutPage, OptionalPrice } from "../page-api";
import { publicIntent } from "../payments/public-intent";
import type { Scope } from "../scope";

/** A session as the shopper's page sees it. */
export function checkoutPage(
  scope: Pick<Scope, "store" | "world">,
  session: Stripe.Checkout.Session,
): CheckoutPage {
  const { store } = scope;
  const state = store.sessionStates.find(session.id);
  const intent = store.paymentIntents.find(idOf(session.payment_intent) ?? "");
  const setup = store.setupIntents.find(idOf(session.setup_intent) ?? "");
  const code = store.promotionCodes.find(state?.discount?.promotionCode ?? "");
  const origin = originOf(session.return_url ?? session.success_url);
  return {
    object: "payment_page",
    session: {
      ...session,
      line_items: wholeList(state?.items ?? [], `/v1/checkout/sessions/${session.id}/line_items`),
    },
    payment_method_types: session.payment_method_types,
    merchant: {
      display_name: scope.world.settings.merchant,
      ...(origin === null ? {} : { return_origin: origin }),
    },
    saved_payment_methods: savedMethods(scope, session),
    payment_intent: intent === undefined ? null : publicIntent(intent),
    setup_intent: setup ?? null,
    last_payment_error: state?.lastError ?? null,
    shipping_rates: (state?.shippingRates ?? []).flatMap(
      (id) => store.shippingRates.find(id) ?? [],
    ),
    shipping_rate: state?.shippingRate ?? null,
    optional_prices: (session.optional_items ?? []).flatMap(({ price }) => optional(store, price)),
    promotion_code:
      code === undefined
        ? null
        : { id: code.id, code: code.code, amount_off: session.total_details?.amount_discount ?? 0 },
  };
}

function optional(store: Scope["store"], id: string): OptionalPrice[] {
  const price = store.prices.find(id);
  const product = store.products.find(idOf(price?.product) ?? "");
  if (price === undefined || product === undefined) return [];
  const { name, description, images } = product;
  return [{ id, unit_amount: price.unit_amount, name, description, images }];
}

function savedMethods(
  { store }: Pick<Scope, "store">,
  session: Stripe.Checkout.Session,
): Stripe.PaymentMethod[] {
  const customer = idOf(session.customer);
  if (customer === null || session.status !== "open") return [];
  const shown = session.saved_payment_method_options?.allow_redisplay_filters ?? ["always"];
  return store.paymentMethods
    .by("customer", customer)
    .filter(
      (method) =>
        session.payment_method_types.includes(method.type) &&
        shown.includes(method.allow_redisplay ?? "unspecified"),
    )
    .toReversed();
}

function originOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).origin;
}
