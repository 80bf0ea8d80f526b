import type { Caller } from "../auth";
import { unauthorized } from "../errors";
import type { Resource, Verb } from "./resource";

/** Whether a token is for this: a customer's is for what any shopper may, and for what is their own. */
export function mayDo({ may }: Resource, { rights, customer }: Caller, verb: Verb): boolean {
  return may[rights].includes(verb) || (customer !== null && may.customer?.includes(verb) === true);
}

/** @throws RequestError 401: this API says so where others say 403 */
export function allow(resource: Resource, caller: Caller, verb: Verb): void {
  if (!mayDo(resource, caller, verb)) throw unauthorized();
}
