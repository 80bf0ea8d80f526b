import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { READER_WAITS_MS } from "@/lib/register/operations/look";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { demoAccount, startCardPresent } from "./card-present-fixture";

/** How a reader's turn can end, when the server asks the reader. */
const register = startCardPresent();

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

async function control(path: string, body: object): Promise<void> {
  const answer = await fetch(`${register.sandbox.url}/_sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The sandbox refused: ${await answer.text()}`);
}

/** What the next shopper does at a reader, instead of holding a card to it. */
const shopperDoes = (kind: "canceled" | "wallet") =>
  control("faults", { readers: [{ command: "present_payment_method", kind, times: 1 }] });

describe("a reader that the server drives", () => {
  const newReader = async () =>
    String(
      (await register.post("/v1/terminal/reader", { registration_code: "simulated-wpe" }))[
        "reader_id"
      ],
    );

  it("is asked, polled, and takes the card", async () => {
    const reader_id = await newReader();
    const { payment_id } = await register.intent();
    const asked = await register.post("/v1/payment/auth", { payment_id, reader_id });
    expect(asked.status).toBe("payment_method_requested");
    const waiting = await register.get(`/v1/payment/${payment_id}`);
    expect(waiting.status).toBe("payment_method_requested");
    await stripe().testHelpers.terminal.readers.presentPaymentMethod(reader_id);
    const done = await register.get(`/v1/payment/${payment_id}`);
    expect(done.status).toBe("requires_capture");
  });

  it("says when somebody stopped it, and can be asked again", async () => {
    const reader_id = await newReader();
    const { payment_id } = await register.intent();
    await register.post("/v1/payment/auth", { payment_id, reader_id });
    await stripe().terminal.readers.cancelAction(reader_id);
    const stopped = await register.get(`/v1/payment/${payment_id}`);
    expect(stopped).toMatchObject({
      status: "requires_payment_method",
      last_error: { message: "409: 104 Merchant cancelled tx", code: 409 },
    });
    const again = await register.post("/v1/payment/auth", { payment_id, reader_id });
    expect(again.status).toBe("payment_method_requested");
    await register.post("/v1/payment/cancel", { payment_id });
  });

  it("that is away is an error, and the payment still waits", async () => {
    const reader_id = await newReader();
    const { payment_id } = await register.intent();
    await control(`readers/${reader_id}`, { status: "offline" });
    const body = { external_account_id: demoAccount, payment_id, reader_id };
    const { status, json } = await register.ask("POST", "/v1/payment/auth", body);
    expect([status, json.error?.code]).toEqual([409, 409]);
    expect(json.error?.message).toMatch(/^409: Failed to send message to POI\. /);
    const seen = await register.get(`/v1/payment/${payment_id}`);
    expect(seen.status).toBe("requires_payment_method");
  });

  it("says when the shopper pressed cancel on it", async () => {
    const reader_id = await newReader();
    const { payment_id } = await register.intent();
    await register.post("/v1/payment/auth", { payment_id, reader_id });
    await shopperDoes("canceled");
    await stripe().testHelpers.terminal.readers.presentPaymentMethod(reader_id);
    expect(await register.get(`/v1/payment/${payment_id}`)).toMatchObject({
      status: "requires_payment_method",
      last_error: { message: "409: 108 Shopper cancelled tx", code: 409 },
    });
  });

  it("is freed when nobody held a card to it for two minutes", async () => {
    const reader_id = await newReader();
    const { payment_id } = await register.intent();
    await register.post("/v1/payment/auth", { payment_id, reader_id });
    const db = await database();
    const readerAskedAt = new Date(Date.now() - READER_WAITS_MS);
    await db.inPersonPayment.updateMany({
      where: { readerRef: reader_id },
      data: { readerAskedAt },
    });
    expect(await register.get(`/v1/payment/${payment_id}`)).toMatchObject({
      status: "requires_payment_method",
      last_error: { message: "409: 126 Shopper did not present card", code: 409 },
    });
    expect(await stripe().terminal.readers.retrieve(reader_id)).toMatchObject({ action: null });
  });

  it("lesson 56: takes a phone, of which no card can be kept, and says so", async () => {
    const reader_id = await newReader();
    const { payment_id } = await register.intent();
    await register.post("/v1/payment/auth", { payment_id, reader_id });
    await shopperDoes("wallet");
    await stripe().testHelpers.terminal.readers.presentPaymentMethod(reader_id);
    await register.post("/v1/payment/capture", { payment_id });
    const external_customer_id = register.name("customer");
    const save = { external_account_id: demoAccount, payment_id, external_customer_id };
    const { status, json } = await register.ask("POST", "/v1/customer/card", save);
    expect(status).toBe(422);
    expect(json.error).toMatchObject({ code: 422, message: expect.stringContaining("a phone") });
  });
});
