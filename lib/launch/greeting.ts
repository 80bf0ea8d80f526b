import type { Env } from "@/lib/env";

/** What a person sees when everything answers. */
export function greeting(env: Env, setupLink: string | null): string {
  const { stripe, storeUrl, demo, databaseUrl } = env;
  const rows: [string, string][] = [
    ["Shop", storeUrl],
    ["Admin", `${storeUrl}/admin`],
  ];
  if (demo) rows.push(["", "merchant@tender.test / tender-sandbox"]);
  if (setupLink) rows.push(["First merchant", `${setupLink}  (works once)`]);
  rows.push(["Database", databaseUrl === null ? `embedded, in ${env.dataDir}` : "PostgreSQL"]);
  rows.push(["Payments", stripe.mode === "stripe" ? "Stripe" : `sandbox at ${stripe.url}`]);
  if (stripe.mode === "sandbox") {
    rows.push(["", "pay with 4242 4242 4242 4242, any future date, any CVC"]);
  }
  const lines = rows.map(([name, value]) => `  ${name.padEnd(16)}${value}`);
  return ["", "Tender is ready.", "", ...lines, "", "Ctrl-C ends it.", ""].join("\n");
}
