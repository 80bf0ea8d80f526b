import { preflight, route } from "@/lib/dialects/elastic-path/route";
import { DomainError } from "@/lib/errors";

/** What this dialect does not have is answered in its own words too. */
const missing = route(() => {
  throw new DomainError("not_found", "There is no such endpoint");
});

export { missing as DELETE, missing as GET, missing as POST, missing as PUT };

export const OPTIONS = preflight;
