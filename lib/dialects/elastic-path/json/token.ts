import { tokenLifetimeSeconds } from "@/lib/auth/api-clients/token";
import type { GrantedToken } from "@/lib/auth/api-clients/grant-token";
import { RequestError } from "../errors";

/** At the top, without `data`: the official clients read it there. @throws RequestError 401 */
export function grantedJson(granted: GrantedToken | null) {
  if (granted === null) {
    const detail = "The client id and secret do not go together";
    throw new RequestError(401, [{ title: "Unauthorized", detail }]);
  }
  const { token, rights, expires } = granted;
  return {
    access_token: token,
    token_type: "Bearer",
    expires_in: tokenLifetimeSeconds,
    expires,
    identifier: rights === "backend" ? "client_credentials" : "implicit",
  };
}
