import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/**
 * What a Chromium need not do for a test. A switch that is given twice is what it was the last time, so
 * the first lines repeat what Playwright turns off. The others are pages of the browser's own, a renderer
 * for each, that every window loads behind its address bar, and one more that waits for a next page: a
 * fifth of its processor time.
 */
const disabledFeatures = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "SpareRendererForSitePerProcess",
];

export const chromiumArgs: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${disabledFeatures.join(",")}`,
];

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const found = (path: string | undefined): string | null => (path && existsSync(path) ? path : null);

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

/**
 * A Chromium to test with, in this order: CHROMIUM_PATH, Playwright's own, the system's, one that
 * Playwright downloads, one that apt installs. @throws Error that says how to get one.
 */
export function findChromium(): string {
  const asked = process.env["CHROMIUM_PATH"];
  if (asked && !found(asked)) throw new Error(`CHROMIUM_PATH names ${asked}, which is not there.`);
  const present = found(asked) ?? found(chromium.executablePath()) ?? systemChromium();
  if (present) return present;

  console.log("No Chromium is here; Playwright tries to download its own …");
  const cli = ["node_modules/playwright/cli.js", "install", "chromium"];
  if (succeeds(process.execPath, cli)) {
    const own = found(chromium.executablePath());
    if (own) return own;
  }
  console.log("That failed; the system's package manager tries …");
  const isRoot = process.getuid?.() === 0;
  const apt = isRoot ? ["apt-get"] : ["sudo", "-n", "apt-get"];
  const [command = "apt-get", ...before] = apt;
  succeeds(command, [...before, "update"]);
  succeeds(command, [...before, "install", "-y", "chromium"]);
  const installed = systemChromium();
  if (installed) return installed;
  throw new Error(
    "The browser tests need a Chromium: install one (Debian: apt-get install chromium) " +
      "or set CHROMIUM_PATH to where it is.",
  );
}

function systemChromium(): string | null {
  return systemPaths.find((path) => existsSync(path)) ?? null;
}
