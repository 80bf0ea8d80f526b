import { describe, expect, it } from "vitest";
import { createTerminal } from "./create-terminal";

/** Commands that need the API are tried in a browser; here is what the terminal decides itself. */
const open = (secret = "pst_test_1") =>
  createTerminal("http://sandbox.invalid", { onFetchConnectionToken: async () => secret });

async function connected() {
  const terminal = open();
  const found = await terminal.discoverReaders({ simulated: true });
  const [reader] = "discoveredReaders" in found ? found.discoveredReaders : [];
  if (reader === undefined) throw new Error("There is no simulated reader.");
  await terminal.connectReader(reader);
  return terminal;
}

describe("the simulated terminal", () => {
  it("finds its reader only when it is asked for simulated ones", async () => {
    expect(await open().discoverReaders({ simulated: true })).toMatchObject({
      discoveredReaders: [{ device_type: "simulated_wisepos_e" }],
    });
    expect(await open().discoverReaders()).toEqual({ discoveredReaders: [] });
  });

  it("resolves with an error, and does not throw, when there is no token", async () => {
    const found = await open("nonsense").discoverReaders({ simulated: true });
    expect(found).toMatchObject({ error: { code: "failed_fetch_connection_token" } });
  });

  it("takes no payment without a reader", async () => {
    const result = await open().collectPaymentMethod("pi_1_secret_x");
    expect(result).toMatchObject({ error: { code: "no_established_connection" } });
  });

  it("does one thing at a time, and can be cancelled while it waits for a card", async () => {
    const terminal = await connected();
    const first = terminal.readReusableCard();
    const second = await terminal.collectRefundPaymentMethod("ch_1", 100, "usd");

    expect(second).toMatchObject({ error: { code: "command_already_in_progress" } });
    expect(await terminal.cancelReadReusableCard()).toEqual({});
    expect(await first).toMatchObject({ error: { code: "canceled" } });
    expect(await terminal.cancelReadReusableCard()).toMatchObject({
      error: { code: "cancelable_already_completed" },
    });
  });

  it("refuses to process what was not collected", async () => {
    const terminal = await connected();
    expect(await terminal.processRefund()).toMatchObject({
      error: { code: "no_active_collect_refund_payment_method_attempt" },
    });
  });

  it("tells how the connection and the payment stand", async () => {
    const heard: string[] = [];
    const terminal = createTerminal("http://sandbox.invalid", {
      onFetchConnectionToken: async () => "pst_test_1",
      onConnectionStatusChange: ({ status }) => heard.push(status),
      onPaymentStatusChange: ({ status }) => heard.push(status),
    });
    await terminal.connectReader({ id: "SIMULATOR" });
    await terminal.disconnectReader();

    expect(heard).toEqual(["connecting", "connected", "ready", "not_ready", "not_connected"]);
  });
});
