import { defineConfig, devices } from "@playwright/test";
import { chromiumArgs, findChromium } from "./lib/testing/chromium";

const launchOptions = { executablePath: findChromium(), args: [...chromiumArgs] };

/** Each run has a store, a sandbox and a database of its own, started as `npm start` starts them. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  globalSetup: "./e2e/fixtures/start-store.ts",
  use: {
    // Recording one costs a quarter of the processor's time; `--trace retain-on-failure` asks for it.
    trace: "off",
    screenshot: "only-on-failure",
    locale: "en-US",
    launchOptions,
  },
  projects: [
    {
      name: "desktop",
      testIgnore: "**/*.phone.spec.ts",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 } },
    },
    {
      name: "phone",
      testMatch: "**/*.phone.spec.ts",
      use: { ...devices["Desktop Chrome"], viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
});
