import { z } from "zod";
import type { GrantToken } from "@/lib/auth/api-clients/grant-token";
import { bodyText, requireStorable } from "../body";
import { RequestError } from "../errors";

const text = z.string().min(1).max(200);

export const tokenForm = z.discriminatedUnion("grant_type", [
  z.object({ grant_type: z.literal("implicit"), client_id: text }),
  z.object({ grant_type: z.literal("client_credentials"), client_id: text, client_secret: text }),
]);

/** A form, which some clients write as JSON. @throws RequestError 400 */
export async function tokenRequest(request: Request): Promise<GrantToken> {
  const fields = fieldsOf(await bodyText(request));
  requireStorable(fields);
  const parsed = tokenForm.safeParse(fields);
  if (!parsed.success) {
    const detail =
      "A token is asked for with grant_type (implicit or client_credentials), client_id, and client_secret for the second";
    throw new RequestError(400, [{ title: "Bad Request", detail }]);
  }
  const { data } = parsed;
  const clientSecret = data.grant_type === "client_credentials" ? data.client_secret : null;
  return { clientId: data.client_id, clientSecret };
}

function fieldsOf(body: string): unknown {
  if (!body.trimStart().startsWith("{")) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
