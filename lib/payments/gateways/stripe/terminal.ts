import { Stripe } from "stripe";
import { DomainError } from "@/lib/errors";
import type { Terminal } from "../terminal";
import { requestPatience, stripe } from "./client";
import { readError } from "./errors";
import { answering, type Scope } from "./scope";
import { ASKED_AMOUNT, INTENT_EXPAND, snapshotOfIntent } from "./snapshot";
import { placeOf, readerOf, setupOf, stripeAddress } from "./terminal-words";

/** @param account `acct_…`: readers and places of a connected account; null for our own. */
export function stripeTerminal(account: string | null): Terminal {
  const scope = (): Scope => ({
    client: stripe(),
    options: { ...requestPatience(), ...(account !== null && { stripeAccount: account }) },
  });
  const ask = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => saying(() => work(scope()));
  return {
    connectionToken: (locationRef) =>
      ask(async ({ client, options }) => {
        const params = locationRef === undefined ? {} : { location: locationRef };
        return (await client.terminal.connectionTokens.create(params, options)).secret;
      }),
    places: () =>
      ask(async ({ client, options }) => {
        const { data } = await client.terminal.locations.list({ limit: PAGE }, options);
        return data.map(placeOf);
      }),
    createPlace: ({ name, address }) =>
      ask(async ({ client, options }) => {
        const params = { display_name: name, address: stripeAddress(address) };
        return placeOf(await client.terminal.locations.create(params, options));
      }),
    ...readers(ask),
    ...turns(ask),
    changeAmount: (gatewayRef, amountMinor) =>
      answering(() => changeAmount(scope(), gatewayRef, amountMinor)),
    ...setups(ask),
  };
}

const PAGE = 100;

type AskStripe = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;

function readers(ask: AskStripe) {
  return {
    readers: (locationRef?: string) =>
      ask(async ({ client, options }) => {
        const params = { limit: PAGE, ...(locationRef !== undefined && { location: locationRef }) };
        return (await client.terminal.readers.list(params, options)).data.map(readerOf);
      }),
    reader: (ref: string) =>
      ask(async ({ client, options }) =>
        readerOf(existing(await client.terminal.readers.retrieve(ref, {}, options))),
      ),
    registerReader: ({ registrationCode, label, locationRef }: Registration) =>
      ask(async ({ client, options }) => {
        const params = {
          registration_code: registrationCode,
          ...(label !== undefined && { label }),
          ...(locationRef !== undefined && { location: locationRef }),
        };
        return readerOf(existing(await client.terminal.readers.create(params, options)));
      }),
    removeReader: (ref: string) =>
      ask(async ({ client, options }) => {
        await client.terminal.readers.del(ref, {}, options);
      }),
  };
}

/** What readers are told to do. */
function turns(ask: AskStripe) {
  return {
    present: (ref: string, gatewayRef: string) =>
      ask(async ({ client, options }) => {
        const params = { payment_intent: gatewayRef };
        const { readers: all } = client.terminal;
        return readerOf(existing(await all.processPaymentIntent(ref, params, options)));
      }),
    stop: (ref: string) =>
      ask(async ({ client, options }) =>
        readerOf(existing(await client.terminal.readers.cancelAction(ref, {}, options))),
      ),
    presentForSetup: (ref: string, setupRef: string) =>
      ask(async ({ client, options }) => {
        const params = { setup_intent: setupRef, allow_redisplay: "always" } as const;
        return readerOf(await client.terminal.readers.processSetupIntent(ref, params, options));
      }),
    holdCard: (
      ref: string,
      { number, tipMinor }: { number?: string | undefined; tipMinor?: number | undefined },
    ) =>
      ask(async ({ client, options }) => {
        const params = {
          type: "card_present",
          ...(number !== undefined && { card_present: { number } }),
          ...(tipMinor !== undefined && { amount_tip: tipMinor }),
        } as const;
        const { readers: helpers } = client.testHelpers.terminal;
        return readerOf(await helpers.presentPaymentMethod(ref, params, options));
      }),
  };
}

type Registration = Parameters<Terminal["registerReader"]>[0];

/** One that was removed is answered with its id and nothing else. */
function existing(reader: Stripe.Terminal.Reader | Stripe.Terminal.DeletedReader) {
  if ("deleted" in reader) throw new DomainError("not_found", "There is no such reader.");
  return reader;
}

function setups(ask: AskStripe): Pick<Terminal, "beginSetup" | "setup"> {
  return {
    beginSetup: ({ key, customerRef }) =>
      ask(async ({ client, options }) => {
        const params = {
          allowed_payment_method_types: ["card_present"],
          usage: "off_session",
          ...(customerRef !== undefined && { customer: customerRef }),
        } satisfies Stripe.SetupIntentCreateParams;
        const keyed = { ...options, idempotencyKey: key };
        const { id, client_secret } = await client.setupIntents.create(params, keyed);
        return { ref: id, clientSecret: client_secret ?? "" };
      }),
    setup: (ref) =>
      ask(async ({ client, options }) => {
        const expand = ["latest_attempt"];
        return setupOf(await client.setupIntents.retrieve(ref, { expand }, options));
      }),
  };
}

async function changeAmount({ client, options }: Scope, ref: string, amountMinor: number) {
  const params = {
    amount: amountMinor,
    metadata: { [ASKED_AMOUNT]: String(amountMinor) },
    expand: INTENT_EXPAND,
  };
  const intent = await client.paymentIntents.update(ref, params, options);
  const snapshot = snapshotOfIntent({ intent, session: null, refunds: null, disputes: [] });
  return { kind: "seen", snapshot } as const;
}

/** What the gateway says to a till is for whoever stands there: its own words are passed on. */
async function saying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const { statusCode, code = null, message } = error;
    // A reader that is busy or away is told by status 409 and its own codes; nothing has happened.
    if (statusCode === 409 || code?.startsWith("terminal_reader")) {
      throw new DomainError("wrong_state", message, { gatewayCode: code });
    }
    if (readError(error).kind === "unknown") {
      const sorry = "The payment service does not answer. Try again soon.";
      throw new DomainError("gateway_down", sorry, {}, { cause: error });
    }
    const refusal = statusCode === 404 ? "not_found" : "invalid_input";
    throw new DomainError(refusal, message, { gatewayCode: code });
  }
}
