import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type Stripe from "stripe";
import { endpoints } from "../endpoints/index";
import { startSandbox, type TestSandbox } from "../testing";
import { Checker } from "./check";
import { recordingStripe, routeOf, type Recorded } from "./recorder";
import { tour } from "./tour";

/** Answers that only Stripe.js reads: Stripe publishes no types for them. */
const untyped = new Set([
  "GET /v1/payment_pages/:id",
  "POST /v1/payment_pages/:id",
  "POST /v1/payment_pages/:id/confirm",
  "GET /v1/challenges/:id",
  "GET /v1/elements/sessions",
  "GET /v1/terminal/simulator",
]);

let sandbox: TestSandbox;
let recorded: Recorded[] = [];
beforeAll(async () => {
  sandbox = await startSandbox();
  const recording = recordingStripe(sandbox);
  await tour(sandbox, recording);
  recorded = recording.recorded;
}, 60_000);
afterAll(() => sandbox.stop());

describe("the SDK's types", () => {
  it("hold for every answer of every endpoint", () => {
    const checker = new Checker();
    const wrong = new Set<string>();
    for (const { route, status, body } of recorded) {
      if (status !== 200 || untyped.has(route)) continue;
      for (const error of checker.check(body)) wrong.add(`${route} ${error}`);
    }
    expect([...wrong]).toEqual([]);
  });

  it("are really looked at: planted mistakes are found", async () => {
    const checker = new Checker();
    const intent = await sandbox.stripe.paymentIntents.create({ amount: 900, currency: "usd" });
    const { lastResponse: _response, ...body } = intent;
    expect(checker.check(body)).toEqual([]);
    const { amount: _amount, ...missing } = body;
    expect(checker.check(missing)).toEqual(["<payment_intent>.amount: missing"]);
    expect(checker.check({ ...body, colour: "red" })).toHaveLength(1);
    expect(checker.check({ ...body, amount: "900" })).toHaveLength(1);
    const next_action = { type: "redirect_to_url", redirect_to_url: { url: 7, return_url: null } };
    expect(checker.check({ ...body, next_action })).toHaveLength(1);
  });

  it("were held against each endpoint at least once", () => {
    const answered = new Set(
      recorded.filter(({ status }) => status === 200).map(({ route }) => route),
    );
    const never = endpoints.map(routeOf).filter((route) => !answered.has(route));
    expect(never).toEqual([]);
  });

  it("hold for every event that was sent", async () => {
    const checker = new Checker();
    const wrong = new Set<string>();
    const seen = new Set<string>();
    for await (const event of eventsOf(sandbox.stripe)) {
      seen.add(event.type);
      for (const error of checker.check(event)) wrong.add(error);
    }
    expect([...wrong]).toEqual([]);
    expect(seen.size).toBeGreaterThan(30);
  });
});

const eventsOf = (stripe: Stripe) => stripe.events.list({ limit: 100 });
