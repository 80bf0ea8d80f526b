import { z } from "zod";
import { invalidRequest } from "./errors";
import type { Auth } from "./http/auth";
import type { FormTree } from "./http/form";
import type { Method } from "./http/router";
import { parseParams } from "./parse-params";
import { Scope, type Cause } from "./scope";
import { unsupported } from "./unsupported";
import type { World } from "./world";

/** One request to one endpoint: a scope, with what was sent. */
export class Call<Body> extends Scope {
  constructor(
    world: World,
    account: string,
    cause: Cause,
    readonly auth: Auth,
    readonly path: Record<string, string>,
    readonly body: Body,
    /** Sent before the train that removed `payment_method_types` and renamed `ui_mode`'s values. */
    readonly isOldVersion: boolean,
  ) {
    super(world, account, cause);
  }

  /** Card numbers come from browsers, unless the account may handle them itself. */
  get mayTypeCards(): boolean {
    return this.auth.kind === "publishable" || this.world.settings.rawCards;
  }

  /** The id in the path. */
  get id(): string {
    return this.path["id"] ?? "";
  }
}

/** What the server needs of a request before its parameters are parsed. */
export type RawCall = {
  world: World;
  account: string;
  cause: Cause;
  auth: Auth;
  path: Record<string, string>;
  form: FormTree;
  isOldVersion: boolean;
};

export type Endpoint = {
  method: Method;
  path: string;
  /** Which keys may call it. Everything is for secret keys unless it says otherwise. */
  keys: "secret" | "any";
  /** The names of its top-level parameters. */
  accepts: readonly string[];
  /** Parses the parameters, then returns the work for one transaction. */
  prepare(raw: RawCall): () => object;
};

type Route = `${Method} /${string}`;

/** Declares an endpoint: where, with which parameters, and what it does. */
export function endpoint<S extends z.ZodType>(
  route: Route,
  params: S,
  handle: (call: Call<z.output<S>>) => object,
  keys: Endpoint["keys"] = "secret",
): Endpoint {
  const [verb = "", path = ""] = route.split(" ");
  const refused = unsupported[route] ?? [];
  return {
    method: methodSchema.parse(verb),
    path,
    keys,
    accepts: params instanceof z.ZodObject ? Object.keys(params.shape) : [],
    prepare(raw) {
      for (const name of refused) {
        if (name in raw.form) throw notDone(name);
      }
      const body = parseParams(params, raw.form);
      return () => {
        const { world, account, cause, auth, path: values, isOldVersion } = raw;
        return handle(new Call(world, account, cause, auth, values, body, isOldVersion));
      };
    },
  };
}

const notDone = (param: string) =>
  invalidRequest(`The sandbox does not do \`${param}\`, which Stripe would take here.`, {
    code: "sandbox_unsupported",
    param,
  });

const methodSchema = z.enum(["GET", "POST", "DELETE"]);

/** An endpoint that takes no parameters but `expand`. */
export const noParams = z.strictObject({});
