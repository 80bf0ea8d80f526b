const ownPath = /^\/(?:account|checkout|orders|cart)(?:[/?][\w\-./?=&%+~:@,]*)?$/;

/** Only pages of ours: what stands in an address must not become a redirect to anywhere. */
export function safeAccountNext(next: string | undefined): string {
  if (!next || !ownPath.test(next) || next.includes("//") || next.includes("..")) return "/account";
  return next.startsWith("/account/sign-in") ? "/account" : next;
}
