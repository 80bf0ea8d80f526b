import type { IncomingMessage } from "node:http";
import { invalidRequest } from "../errors";
import { parseForm, type FormNode, type FormTree } from "./form";

/** The parameters of a request: of its address, and of its form-encoded body. */
export function readForm(request: IncomingMessage, url: URL, body: string): FormTree {
  const query = url.search.slice(1);
  const type = header(request, "content-type") ?? "";
  if (body !== "" && type.startsWith("application/json")) {
    throw invalidRequest(
      "Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.",
    );
  }
  return parseForm(query === "" ? body : `${query}&${body}`);
}

export function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  const single = Array.isArray(value) ? value[0] : value;
  return single === "" ? undefined : single;
}

/** A date, with the name of its release since 2024, and perhaps with previews after a semicolon. */
export function versionOf(request: IncomingMessage): string | undefined {
  const version = header(request, "stripe-version");
  if (version === undefined || /^\d{4}-\d{2}-\d{2}(\.\w+)?(;.*)?$/.test(version)) return version;
  throw invalidRequest(`Invalid Stripe API version: ${version.slice(0, 60)}`);
}

/** Takes a parameter that concerns the request itself out of the form. */
export function takeText(form: FormTree, name: string): string | undefined {
  const value = form[name];
  if (typeof value !== "string") return undefined;
  delete form[name];
  return value;
}

export function takeList(form: FormTree, name: string): string[] {
  const value = form[name];
  if (value === undefined) return [];
  delete form[name];
  const items: FormNode[] = typeof value === "string" ? [value] : Object.values(value);
  return items.map((item) => {
    if (typeof item === "string") return item;
    throw invalidRequest(`Invalid string: ${JSON.stringify(item)}`, { param: name });
  });
}
