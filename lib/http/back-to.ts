/**
 * Where a form that stands on every page leads back to. Only the path is taken from the header, so nobody
 * is led to another site.
 */
export function backTo(referer: string | null): Response {
  return new Response(null, { status: 303, headers: { location: pathOf(referer) } });
}

function pathOf(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return pathname.startsWith("//") ? "/" : pathname + search;
}
