const adminPath = /^\/admin(?:[/?][\w\-./?=&%+~:@,]*)?$/;

/** Only our own admin pages: what stands in an address must not become a redirect to anywhere. */
export function safeNext(next: string | undefined): string {
  if (!next || !adminPath.test(next) || next.includes("//") || next.includes("..")) return "/admin";
  return next.startsWith("/admin/sign-in") ? "/admin" : next;
}
