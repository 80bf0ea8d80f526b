import { connection } from "next/server";
import { obstacles } from "@/lib/observability/readiness";

/** This process can serve: its database and its gateway answer. */
export async function GET(): Promise<Response> {
  await connection();
  const found = await obstacles();
  const body = found.length === 0 ? "ready\n" : `${found.join("\n")}\n`;
  return new Response(body, {
    status: found.length === 0 ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
