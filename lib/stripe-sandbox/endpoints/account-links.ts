import type Stripe from "stripe";
import { z } from "zod";
import { makeAccountLink } from "../account-links";
import { endpoint } from "../endpoint";
import { missingParam } from "../errors";
import { findOr } from "../find";
import { oneOf, text, url } from "../params";

/** Onboarding asks nothing here: connected accounts can do everything at once. */
const create = endpoint(
  "POST /v1/account_links",
  z.strictObject({
    account: text(),
    collect: oneOf("currently_due", "eventually_due").optional(),
    collection_options: z
      .strictObject({
        fields: oneOf("currently_due", "eventually_due").optional(),
        future_requirements: oneOf("include", "omit").optional(),
      })
      .optional(),
    refresh_url: url().optional(),
    return_url: url().optional(),
    type: oneOf("account_onboarding", "account_update"),
  }),
  (call): Stripe.AccountLink => {
    const { account, refresh_url, return_url } = call.body;
    const { platform } = call.world.universe;
    findOr(platform.accounts, "account", account, "account", 400);
    if (refresh_url === undefined) throw missingParam("refresh_url");
    if (return_url === undefined) throw missingParam("return_url");
    const link = makeAccountLink(call, { back: return_url, refresh: refresh_url });
    return { object: "account_link", created: call.now, expires_at: link.expires, url: link.url };
  },
);

export const accountLinkEndpoints = [create];
