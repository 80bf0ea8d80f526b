import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { expectSound } from "@/lib/testing/payments";
import { demoAccount, demoKey, startCardPresent } from "./card-present-fixture";

/**
 * The owner's document "Save COF - CP - manual capture - customer with intent", its calls as they are written
 * there; only the host, the key and the ids are this run's.
 */
const register = startCardPresent();
const run = promisify(execFile);

const answerSchema = z.looseObject({ error: z.unknown().optional() });
type AxiosAnswer = { data: z.infer<typeof answerSchema>; status: number };

/** As much of axios as the document uses: JSON both ways, and a rejection for anything but 2xx. */
const axios = {
  async post(path: string, params: unknown): Promise<AxiosAnswer> {
    const response = await fetch(`${register.origin}${path}`, {
      method: "POST",
      headers: {
        Accept: "application/json, text/plain, */*",
        "Content-Type": "application/json",
        Authorization: `Bearer ${demoKey}`,
      },
      body: JSON.stringify(params),
    });
    const data = answerSchema.parse(await response.json());
    if (response.ok) return { data, status: response.status };
    throw Object.assign(new Error(`Request failed with status code ${response.status}`), {
      response: { data, status: response.status },
    });
  },
};

let paymentId = "";
let customer = "";
let intent: unknown;

beforeEach(async () => {
  customer = register.name("customer");
  const { data } = await axios.post("/v1/payment/intent", {
    external_account_id: demoAccount,
    amount: 12.99,
    payment_method_types: "card_present",
    capture_method: "manual",
    external_transaction_id: register.name(),
    external_customer_id: customer,
  });
  intent = data;
  paymentId = String(data["payment_id"]);
  // What `collectPaymentMethod` and `processPayment` of Terminal.js do at the reader.
  await register.tap(paymentId);
});

describe("the owner's document", () => {
  it("works with axios", async () => {
    const answered = { status: "requires_payment_method", amount: "12.99" };
    expect(intent).toMatchObject({ ...answered, client_secret: expect.any(String) });
    const params = { payment_id: paymentId, amount: "12.99", external_account_id: demoAccount };
    const captured = await axios.post("/v1/payment/capture", params);
    expect(captured.data.error).toBeUndefined();
    expect(captured.data).toMatchObject({ status: "success", amount_captured: "12.99" });

    const saved = await axios.post("/v1/customer/card", {
      payment_id: paymentId,
      external_customer_id: customer,
      external_account_id: demoAccount,
    });
    expect(saved.data.error).toBeUndefined();
    expect(saved.data).toMatchObject({ external_customer_id: customer, last_4: "4242" });
    await expectSound();
  });

  it("tells axios of a refusal by its `catch`, and under `error` all the same", async () => {
    const params = {
      payment_id: paymentId,
      external_customer_id: customer,
      external_account_id: demoAccount,
    };
    await expect(axios.post("/v1/customer/card", params)).rejects.toMatchObject({
      response: { status: 409, data: { error: { code: 409, message: expect.any(String) } } },
    });
  });

  it("works with Python", async () => {
    const params = { payment_id: paymentId, amount: "12.99", external_account_id: demoAccount };
    await axios.post("/v1/payment/capture", params);
    const answer = await python({
      external_account_id: demoAccount,
      external_customer_id: customer,
      payment_id: paymentId,
    });
    expect(answer).toMatchObject({ status: 200, body: { last_4: "4242" } });
  });
});

/** `requests` where it is installed; the standard library speaks the same HTTP. */
const program = `
import json, sys
url, key, payload = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
try:
    import requests
    response = requests.post(url, json=payload, headers={"Authorization": "Bearer " + key})
    status, text = response.status_code, response.text
except ImportError:
    import urllib.request
    headers = {"Authorization": "Bearer " + key, "Content-Type": "application/json"}
    asked = urllib.request.Request(url, json.dumps(payload).encode(), headers)
    with urllib.request.urlopen(asked) as response:
        status, text = response.status, response.read().decode()
print(json.dumps({"status": status, "body": json.loads(text)}))
`;

async function python(payload: Record<string, string>): Promise<unknown> {
  const url = `${register.origin}/v1/customer/card`;
  const { stdout } = await run("python3", ["-c", program, url, demoKey, JSON.stringify(payload)]);
  return JSON.parse(stdout);
}
