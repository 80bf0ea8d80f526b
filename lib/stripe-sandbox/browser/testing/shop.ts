import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { chromium, type Browser, type FrameLocator, type Page } from "playwright";
import { startSandbox, type TestSandbox } from "../../testing";

/** A store of one empty page on an origin of its own, a sandbox, and a browser to visit them with. */
export type Shop = {
  sandbox: TestSandbox;
  origin: string;
  browser: Browser;
  open(path?: string): Promise<Page>;
  close(): Promise<void>;
};

export async function openShop(): Promise<Shop> {
  const sandbox = await startSandbox();
  const { server, origin } = await startPages(sandbox.world.origin);
  const browser = await chromium.launch({
    executablePath: installedChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  return {
    sandbox,
    origin,
    browser,
    async open(path = "/") {
      const page = await browser.newPage({ locale: "en-US" });
      page.setDefaultTimeout(15_000);
      await page.goto(path.startsWith("http") ? path : origin + path);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
      await sandbox.stop();
    },
  };
}

/** The strictest policy that a store can have and still use the scripts. */
function startPages(sandbox: string): Promise<{ server: Server; origin: string }> {
  const policy = `default-src 'none'; script-src ${sandbox}; frame-src ${sandbox}; connect-src ${sandbox}`;
  const page = `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>
    <script src="${sandbox}/js/stripe.js"></script><script src="${sandbox}/js/terminal.js"></script>
    <div id="form"></div><p role="status" id="out"></p></html>`;
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.setHeader("content-security-policy", policy);
    response.end(page);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" ? address?.port : 0;
      resolve({ server, origin: `http://127.0.0.1:${port}` });
    });
  });
}

/** What the system has, or else what Playwright installed for itself. */
function installedChromium(): string | undefined {
  const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return known.find((path) => existsSync(path));
}

export const paymentForm = (page: Page): FrameLocator =>
  page.frameLocator("iframe[title='Secure payment input frame']");

export const bankPage = (page: Page): FrameLocator =>
  page.frameLocator("iframe[title^='3D Secure']");

/** Types a card as a shopper does; the form moves on by itself from field to field. */
export async function typeCard(form: FrameLocator | Page, number: string): Promise<void> {
  await form.getByLabel("Card number").fill("");
  await form.getByLabel("Card number").pressSequentially(number);
  await form.getByLabel("Expiration date").fill("12 / 39");
  await form.getByLabel("Security code").fill("123");
  await form.getByLabel(/^ZIP/).fill("94103");
}
