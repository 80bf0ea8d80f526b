import { shownKeys, signingKey } from "@/lib/auth/api-clients/signing-keys";

/** The public keys of access tokens, for whoever verifies them without asking us. */
export async function GET(): Promise<Response> {
  // Whoever asks before there was a token would keep an empty list.
  await signingKey();
  const keys = (await shownKeys()).map(({ jwk }) => jwk);
  const headers = { "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" };
  return Response.json({ keys }, { headers });
}
