import type { Page } from "playwright";
import type { Shop } from "./shop";

/** A page with a reader connected; `window.heard` keeps what the reader told by itself. */
export async function openTillIn(shop: Shop): Promise<Page> {
  const page = await shop.open();
  const { secret } = await shop.sandbox.stripe.terminal.connectionTokens.create();
  await page.evaluate(async (token) => {
    const heard: unknown[] = [];
    const terminal = Object(window).StripeTerminal.create({
      onFetchConnectionToken: async () => token,
      onUnexpectedReaderDisconnect: (event: unknown) => heard.push(event),
      onPaymentStatusChange: ({ status }: { status: string }) => heard.push(status),
    });
    const { discoveredReaders } = await terminal.discoverReaders({ simulated: true });
    await terminal.connectReader(discoveredReaders[0]);
    Object.assign(window, { terminal, heard });
  }, secret);
  return page;
}

/** Collects and processes, as a cashier does; answers what the last step resolved with. */
export const charge = (page: Page, secret: string, config: object = {}, options: object = {}) =>
  page.evaluate(
    async ([clientSecret, simulator, given]) => {
      const terminal = Reflect.get(window, "terminal");
      terminal.setSimulatorConfiguration(simulator);
      const read = await terminal.collectPaymentMethod(clientSecret, given);
      return read.error ? read : terminal.processPayment(read.paymentIntent);
    },
    [secret, config, options] as const,
  );

/** Calls one method of the terminal in the page. */
export const call = (page: Page, method: string, ...args: unknown[]) =>
  page.evaluate(([name, given]) => Reflect.get(window, "terminal")[name](...given), [
    method,
    args,
  ] as const);
