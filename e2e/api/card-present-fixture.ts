import { afterAll, beforeAll } from "vitest";
import { z } from "zod";
import { env } from "@/lib/env";
import { createAccount } from "@/lib/register/accounts";
import { createRegisterKey } from "@/lib/register/keys";
import { seedRegister } from "@/lib/register/seed";
import { useTestDatabase } from "@/lib/testing/database";
import { tapCard } from "@/lib/testing/reader";
import { useSandbox, type Sandbox } from "@/lib/testing/sandbox";
import { serveRoutes, type Served } from "./serve-routes";

export const demoKey = "demo-register-key";
export const demoAccount = "account_123456";

export type Answer = { status: number; json: Json; headers: Headers };
type Json = z.infer<typeof jsonSchema>;

/** Every answer of this dialect is an object with the number of its request. */
const jsonSchema = z.looseObject({
  request_id: z.int(),
  payment_id: z.string().nullish(),
  client_secret: z.string().optional(),
  status: z.string().optional(),
  error: z.looseObject({ message: z.string(), code: z.int().optional() }).optional(),
});

export type Ask = {
  key?: string | null;
  headers?: Record<string, string>;
  /** As text where it is not JSON on purpose. */
  text?: string;
};

/** The dialect over HTTP, with its demo key and a sandbox of its own. */
export class CardPresent {
  origin = "";
  private count = 0;

  constructor(readonly sandbox: Sandbox) {}

  /** A name that no other payment of this run has. */
  name(what = "tx"): string {
    this.count += 1;
    return `${what}-${process.pid}-${this.count}`;
  }

  async ask(method: string, path: string, body?: unknown, ask: Ask = {}): Promise<Answer> {
    const { key = demoKey, headers = {}, text } = ask;
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: {
        ...(key !== null && { Authorization: `Bearer ${key}` }),
        ...(sent !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const json = jsonSchema.parse(await response.json());
    return { status: response.status, json, headers: response.headers };
  }

  /** As the documents do: for the demo account, and what comes is no error. */
  async post(path: string, body: Record<string, unknown>): Promise<Json> {
    const { json, status } = await this.ask("POST", path, {
      external_account_id: demoAccount,
      ...body,
    });
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  }

  async get(path: string, query: Record<string, string> = {}): Promise<Json> {
    const search = new URLSearchParams({ external_account_id: demoAccount, ...query });
    const { json, status } = await this.ask("GET", `${path}?${search}`);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  }

  /** An intent as the document writes it. */
  intent(fields: Record<string, unknown> = {}) {
    return this.post("/v1/payment/intent", {
      amount: 12.99,
      payment_method_types: "card_present",
      capture_method: "manual",
      external_transaction_id: this.name(),
      ...fields,
    });
  }

  /** What Terminal.js does with the client secret: a reader reads a card, and its bank is asked. */
  tap(payment: string | null | undefined, number?: string): Promise<void> {
    return tapCard(payment, { number });
  }

  /** Of the demo account, to what it should not ask. */
  async refused(path: string, body: Record<string, unknown>) {
    const asked = { external_account_id: demoAccount, ...body };
    const { json, status } = await this.ask("POST", path, asked);
    return { ...json.error, httpStatus: status, payment: json.payment_id };
  }

  /** All that is authorized, or as much as is said. */
  capture(payment_id: string | null | undefined, amount?: string): Promise<Json> {
    return this.post("/v1/payment/capture", {
      payment_id,
      ...(amount !== undefined && { amount }),
    });
  }

  /** A card on file, kept at a counter. */
  async cardOnFile() {
    const external_customer_id = this.name("customer");
    const intent = { capture_method: "automatic", allow_saving_card: true };
    const { payment_id } = await this.intent(intent);
    await this.tap(payment_id);
    const saved = await this.post("/v1/customer/card", { payment_id, external_customer_id });
    return { external_customer_id, payment_method_id: String(saved["card_id"]) };
  }

  /** An intent whose card was read. */
  async authorized(fields: Record<string, unknown> = {}): Promise<string> {
    const { payment_id } = await this.intent(fields);
    await this.tap(payment_id);
    return payment_id ?? "";
  }
}

export function startCardPresent(): CardPresent {
  useTestDatabase();
  const dialect = new CardPresent(useSandbox());
  let served: Served;

  beforeAll(async () => {
    if (!env().demo) throw new Error("The demo key exists in the sandbox only.");
    await seedRegister();
    served = await serveRoutes("v1");
    dialect.origin = served.origin;
  });
  afterAll(() => served.close());
  return dialect;
}

/** Another account with its own key. */
export async function otherAccount(externalId: string, currency: "USD" | "JPY" | "KWD" = "USD") {
  const account = await createAccount({ externalId, name: externalId, currency });
  const { key } = await createRegisterKey({ accountId: account.id, name: externalId });
  return { account, key };
}
