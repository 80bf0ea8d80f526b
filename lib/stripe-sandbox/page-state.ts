import type Stripe from "stripe";
import { openAccountLink } from "./account-links";
import { idOf } from "./ids";
import { attachDefault, detachMethod } from "./portal/changes";
import type { Challenge, PageApi, PortalPage } from "./page-api";
import { resolveChallenge } from "./payments/resolve-challenge";
import type { Scope } from "./scope";
import { withSessionId } from "./sessions/return-url";
import { recoverSession } from "./sessions/recover";
import { checkoutPage } from "./sessions/view";
import type { ChallengeRecord } from "./store/records";
import type { Store } from "./store/store";
import type { World } from "./world";

/** The pages' view of the state. Ids are unguessable and unique, so it looks through all accounts. */
export function pageApi(world: World): PageApi {
  const storeWith: Finder = (has) => {
    for (const store of world.universe.accounts) if (has(store) !== undefined) return store;
    return null;
  };
  const challengeStore = (id: string) => storeWith((store) => store.challenges.find(id));
  return {
    merchant: world.settings.merchant,
    checkoutPage(id) {
      const store = storeWith((entry) => entry.sessions.find(id));
      const session = store?.sessions.find(id);
      if (store === null || session === undefined) return null;
      return checkoutPage({ store, world }, session);
    },
    ...addresses(world, storeWith),
    ...found(storeWith),
    challenge(id) {
      const store = challengeStore(id);
      const record = store?.challenges.find(id);
      return store === null || record === undefined ? null : challengeView(world, store, record);
    },
    async resolveChallenge(id, outcome) {
      const store = challengeStore(id);
      if (store === null) throw new Error(`No such challenge: ${id}`);
      const record = await world.run(store.account, null, (scope) =>
        resolveChallenge(scope, id, outcome),
      );
      return challengeView(world, store, record);
    },
    portal: (id) => portalView(world, id),
    async portalSetDefault(id, method) {
      await changePortal(world, id, (customer) =>
        world.run(customer.account, null, (scope) => attachDefault(scope, customer.id, method)),
      );
    },
    async portalRemove(id, method) {
      await changePortal(world, id, (customer) =>
        world.run(customer.account, null, (scope) => detachMethod(scope, customer.id, method)),
      );
    },
  };
}

type Finder = (has: (store: Store) => unknown) => Store | null;

/** Where visits lead that change something: null when there is nothing behind the id. */
function addresses(world: World, storeWith: Finder) {
  const visit = async (store: Store | null, open: (scope: Scope) => string | null) => {
    if (store === null) return null;
    const { url } = await world.run(store.account, null, (scope) => ({ url: open(scope) }));
    return url;
  };
  return {
    recoverSession: (id) =>
      visit(
        storeWith((store) => store.sessions.find(id)),
        (scope) => recoverSession(scope, id)?.url ?? null,
      ),
    openAccountLink: (id) =>
      visit(
        storeWith((store) => (id.startsWith("acctlink_") ? store.settings.find(id) : undefined)),
        (scope) => openAccountLink(scope, id),
      ),
  } satisfies Partial<PageApi>;
}

const found = (storeWith: Finder) =>
  ({
    paymentIntent: (id) =>
      storeWith((store) => store.paymentIntents.find(id))?.paymentIntents.find(id) ?? null,
    setupIntent: (id) =>
      storeWith((store) => store.setupIntents.find(id))?.setupIntents.find(id) ?? null,
    charge: (id) => storeWith((store) => store.charges.find(id))?.charges.find(id) ?? null,
    refundsOf: (id) => storeWith((store) => store.charges.find(id))?.refunds.by("charge", id) ?? [],
  }) satisfies Partial<PageApi>;

function challengeView(world: World, store: Store, record: ChallengeRecord): Challenge {
  const intent = store.paymentIntents.find(record.intent);
  const setup = store.setupIntents.find(record.intent);
  const session = store.sessions.by("payment_intent", record.intent)[0];
  const { id, kind, status, paymentMethodType } = record;
  return {
    id,
    kind,
    status,
    paymentMethodType,
    amount: intent?.amount ?? 0,
    currency: intent?.currency ?? "usd",
    merchant: world.settings.merchant,
    returnUrl: returnUrlOf(record, { intent, setup, session }),
    intentId: record.intent,
    clientSecret: intent?.client_secret ?? setup?.client_secret ?? "",
  };
}

type Owners = {
  intent: Stripe.PaymentIntent | undefined;
  setup: Stripe.SetupIntent | undefined;
  session: Stripe.Checkout.Session | undefined;
};

/** Stripe adds the intent's id, secret and outcome; a checkout's own address gets the session's id. */
function returnUrlOf(record: ChallengeRecord, { intent, setup, session }: Owners): string | null {
  if (record.returnUrl === null) return null;
  if (session !== undefined) {
    const done = session.status === "complete" ? session.success_url : null;
    return withSessionId(done ?? record.returnUrl, session.id);
  }
  const url = new URL(record.returnUrl);
  const kind = intent === undefined ? "setup_intent" : "payment_intent";
  url.searchParams.set(kind, record.intent);
  url.searchParams.set(
    `${kind}_client_secret`,
    intent?.client_secret ?? setup?.client_secret ?? "",
  );
  url.searchParams.set("redirect_status", redirectStatus(record, intent ?? setup));
  return url.toString();
}

function redirectStatus(record: ChallengeRecord, intent: { status: string } | undefined): string {
  if (record.status === "open") return "pending";
  const good = ["succeeded", "processing", "requires_capture"];
  return good.includes(intent?.status ?? "") ? "succeeded" : "failed";
}

function portalView(world: World, id: string): PortalPage | null {
  const found = portalCustomer(world, id);
  if (found === null) return null;
  const { store, customer, session } = found;
  return {
    customer,
    merchant: world.settings.merchant,
    locale: session.locale,
    returnUrl: session.return_url,
    paymentMethods: store.paymentMethods.by("customer", customer.id).toReversed(),
    defaultPaymentMethod: idOf(customer.invoice_settings.default_payment_method),
  };
}

function portalCustomer(world: World, id: string) {
  for (const store of world.universe.accounts) {
    const session = store.portalSessions.find(id);
    const customer = store.customers.find(idOf(session?.customer) ?? "");
    if (session !== undefined && customer !== undefined) return { store, session, customer };
  }
  return null;
}

async function changePortal(
  world: World,
  id: string,
  change: (customer: { id: string; account: string }) => Promise<unknown>,
): Promise<void> {
  const found = portalCustomer(world, id);
  if (found === null) throw new Error(`No such portal session: ${id}`);
  await change({ id: found.customer.id, account: found.store.account });
}
