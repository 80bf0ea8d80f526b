/** The answer to a form or to a visit that leads on. A path, because the store may stand behind a proxy. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
