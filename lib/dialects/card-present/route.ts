import type { z } from "zod";
import { DomainError } from "@/lib/errors";
import { boundedText } from "@/lib/http/bounded-text";
import { isStorableJson, isStorableUrl } from "@/lib/http/storable";
import type { RegisterAccount } from "@/lib/register/accounts";
import { requireCaller } from "./auth";
import { invalidRequest, refusalOf, RequestError } from "./errors";

/** What a handler knows of who asked, once that is known. */
export type Asked = { account: RegisterAccount; actor: string };

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** Keys and not cookies say who asks from another origin, so any page of any origin may ask with one. */
const cors = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE, OPTIONS",
  "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept, X-Requested-With",
  "Access-Control-Expose-Headers": "X-Request-Id, Retry-After",
  "Access-Control-Max-Age": "86400",
} as const;

/** A whole number, as these clients store it: the time to the microsecond keeps them apart. */
const newRequestId = (): number => Date.now() * 1000 + Math.floor(Math.random() * 1000);

type AccountRequest = z.ZodType<{ external_account_id: string }>;
type Answer = Record<string, unknown>;

/**
 * A handler whose request has a JSON body: who asks, what they ask for which account, one answer.
 * Whatever the content type says, the body is JSON.
 */
export function postRoute<Schema extends AccountRequest>(
  schema: Schema,
  work: (body: z.output<Schema>, asked: Asked) => Promise<Answer>,
): Handler {
  return answering(async (request) => {
    const { actor, accountFor } = await requireCaller(request);
    const body = parsed(schema, await jsonBody(request));
    return work(body, { actor, account: await accountFor(body.external_account_id) });
  });
}

/** As `postRoute`, for something that the address names. */
export function postPathRoute<Schema extends AccountRequest, Path extends z.ZodType>(
  schema: Schema,
  path: Path,
  work: (body: z.output<Schema>, path: z.output<Path>, asked: Asked) => Promise<Answer>,
): Handler {
  return answering(async (request, { params }) => {
    const { actor, accountFor } = await requireCaller(request);
    const body = parsed(schema, await jsonBody(request));
    const account = await accountFor(body.external_account_id);
    return work(body, placed(path, await params), { actor, account });
  });
}

/** An address that cannot be one of ours leads nowhere. */
function placed<Path extends z.ZodType>(path: Path, params: unknown): z.output<Path> {
  const place = path.safeParse(params);
  if (place.success) return place.data;
  throw new DomainError("not_found", "There is no such thing.");
}

/** A handler whose request stands in its address. */
export function getRoute<Schema extends AccountRequest, Path extends z.ZodType>(
  schema: Schema,
  path: Path,
  work: (query: z.output<Schema>, path: z.output<Path>, asked: Asked) => Promise<Answer>,
): Handler {
  return answering(async (request, { params }) => {
    const { actor, accountFor } = await requireCaller(request);
    const query = parsed(schema, queryOf(request));
    const account = await accountFor(query.external_account_id);
    return work(query, placed(path, await params), { actor, account });
  });
}

function queryOf(request: Request): Record<string, string> {
  const { searchParams } = new URL(request.url);
  const names = [...searchParams.keys()];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new RequestError(400, `${twice.slice(0, 60)}: is there twice`);
  return Object.fromEntries(searchParams);
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw invalidRequest(result.error);
  return result.data;
}

const MAX_BYTES = 100_000;

async function jsonBody(request: Request): Promise<unknown> {
  const text = await boundedText(request, MAX_BYTES);
  if (text === null) throw new RequestError(413, "The request body is too large");
  if (text.trim() === "") throw new RequestError(400, "The request body is empty");
  const value = valueOf(text);
  if (isStorableJson(value)) return value;
  throw new RequestError(400, "The request body says what cannot be kept, or is nested too deeply");
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, "The request body is not valid JSON");
  }
}

/** A refusal becomes this dialect's `error`, a fault a 500 without details. */
function answering(work: (request: Request, context: Context) => Promise<Answer>): Handler {
  return async (request, context) => {
    const requestId = newRequestId();
    const worked = () => (isStorableUrl(request.url) ? work(request, context) : unreadable());
    const { status, body, headers } = await outcomeOf(worked, requestId);
    return Response.json(
      { ...body, request_id: requestId },
      {
        status,
        headers: {
          ...cors,
          ...headers,
          "X-Request-Id": String(requestId),
          "Cache-Control": "no-store",
        },
      },
    );
  };
}

async function unreadable(): Promise<Answer> {
  throw new RequestError(400, "The address says what nothing here can be called");
}

type Outcome = { status: number; body: Answer; headers?: Record<string, string> };

async function outcomeOf(work: () => Promise<Answer>, requestId: number): Promise<Outcome> {
  try {
    return { status: 200, body: await work() };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) {
      const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.error(`card-present: request ${requestId}: ${cause}`);
      const message = "There was an internal error. Report it with this request_id.";
      return { status: 500, body: { error: { message, code: 500 } } };
    }
    const { payment, ...problem } = refusal.body;
    const wait = error instanceof DomainError ? error.facts["retryAfterSeconds"] : undefined;
    const headers: Record<string, string> =
      wait === undefined ? {} : { "Retry-After": String(wait) };
    // What the payment has become stands beside the error, so that the caller can go on with it.
    const beside = typeof payment === "object" && payment !== null ? payment : {};
    return { status: refusal.status, body: { ...beside, error: problem }, headers };
  }
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The methods that an address does not have: `export const { PUT, … } = others("GET");`. */
export function others(...has: Method[]): Record<Method | "OPTIONS", Handler> {
  const refuse = answering((request) => {
    const { pathname } = new URL(request.url);
    const message = `${request.method} is not a method of ${pathname.slice(0, 200)}`;
    return Promise.reject(new RequestError(has.length === 0 ? 404 : 405, message));
  });
  const OPTIONS: Handler = () =>
    Promise.resolve(new Response(null, { status: 204, headers: cors }));
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS };
}
