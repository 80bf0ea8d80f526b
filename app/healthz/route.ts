/** The process is alive. It says nothing of what it depends on, so that a restart helps when it fails. */
export function GET(): Response {
  return new Response("ok\n", { headers: { "cache-control": "no-store" } });
}
