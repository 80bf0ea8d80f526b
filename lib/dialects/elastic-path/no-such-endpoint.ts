import { DomainError } from "@/lib/errors";
import { route } from "./route";

/** What this dialect does not have is answered in its own words too. */
export const noSuchEndpoint = route((request) => {
  const { pathname } = new URL(request.url);
  throw new DomainError("not_found", `There is no endpoint ${pathname.slice(0, 200)}`);
});
