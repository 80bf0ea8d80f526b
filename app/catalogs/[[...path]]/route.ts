import { noSuchEndpoint } from "@/lib/dialects/elastic-path/no-such-endpoint";
import { preflight } from "@/lib/dialects/elastic-path/route";

export {
  noSuchEndpoint as DELETE,
  noSuchEndpoint as GET,
  noSuchEndpoint as PATCH,
  noSuchEndpoint as POST,
  noSuchEndpoint as PUT,
};

export const OPTIONS = preflight;
