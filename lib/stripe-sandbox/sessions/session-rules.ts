import { invalidRequest, missingParam, unknownParams } from "../errors";
import { findOr } from "../find";
import type { Scope } from "../scope";
import { expiryOf } from "./expiry";
import type { CreateSession } from "./session-params";

const oldModes: Record<string, UiMode> = {
  hosted: "hosted_page",
  embedded: "embedded_page",
  custom: "elements",
};

export type UiMode = "hosted_page" | "embedded_page" | "elements" | "form";

export function uiModeOf(given: CreateSession): UiMode {
  const mode = given.ui_mode ?? "hosted_page";
  if (mode === "hosted" || mode === "embedded" || mode === "custom") {
    return oldModes[mode] ?? "hosted_page";
  }
  return mode;
}

const refuse = (message: string, param: string) => invalidRequest(message, { param });

/** What each `ui_mode` and `mode` needs and forbids. */
export function checkSession(scope: Scope, given: CreateSession, isOldVersion: boolean): void {
  const ui = uiModeOf(given);
  if (!isOldVersion) refuseOldForms(given);
  if (given.mode === "subscription") {
    throw refuse(
      "The sandbox does not do subscriptions: `mode` must be `payment` or `setup`.",
      "mode",
    );
  }
  checkUrls(given, ui);
  checkModeFields(given);
  if (given.customer !== undefined) {
    findOr(scope.store.customers, "customer", given.customer, "customer", 400);
    exclusive(given, "customer", "customer_email");
    exclusive(given, "customer", "customer_creation");
  }
  exclusive(given, "discounts", "allow_promotion_codes");
  if (expiryOf(given.expires_at, scope) === null) {
    throw refuse(
      "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.",
      "expires_at",
    );
  }
}

function refuseOldForms(given: CreateSession): void {
  if (given.payment_method_types !== undefined) throw unknownParams(["payment_method_types"]);
  if (given.ui_mode !== undefined && given.ui_mode in oldModes) {
    throw refuse(
      "Invalid ui_mode: must be one of elements, embedded_page, form, or hosted_page",
      "ui_mode",
    );
  }
}

const elementsForbids = [
  "custom_fields",
  "custom_text",
  "branding_settings",
  "after_expiration",
  "origin_context",
] as const;

function checkUrls(given: CreateSession, ui: UiMode): void {
  if (ui === "hosted_page") {
    if (given.success_url === undefined) throw missingParam("success_url");
    forbid(given, "return_url", ui);
  } else {
    forbid(given, "success_url", ui);
    forbid(given, "cancel_url", ui);
  }
  if (ui !== "embedded_page") forbid(given, "redirect_on_completion", ui);
  if (ui === "embedded_page") {
    const never = given.redirect_on_completion === "never";
    if (given.return_url === undefined && !never) throw missingParam("return_url");
    if (never) forbid(given, "return_url", "redirect_on_completion: never");
  }
  if (ui === "elements") for (const field of elementsForbids) forbid(given, field, ui);
}

function forbid(given: CreateSession, field: keyof CreateSession, why: string): void {
  if (given[field] === undefined) return;
  throw refuse(`You cannot set \`${field}\` when \`ui_mode\` is \`${why}\`.`, field);
}

function checkModeFields(given: CreateSession): void {
  if (given.mode === "setup") {
    for (const field of [
      "line_items",
      "payment_intent_data",
      "shipping_options",
      "discounts",
    ] as const) {
      if (given[field] === undefined) continue;
      throw refuse(`You cannot set \`${field}\` in \`setup\` mode.`, field);
    }
    return;
  }
  if (given.mode === undefined) throw missingParam("mode");
  if (given.line_items === undefined || given.line_items.length === 0)
    throw missingParam("line_items");
  if (given.setup_intent_data !== undefined) {
    throw refuse("You can only set `setup_intent_data` in `setup` mode.", "setup_intent_data");
  }
}

function exclusive(
  given: CreateSession,
  one: keyof CreateSession,
  other: keyof CreateSession,
): void {
  if (given[one] === undefined || given[other] === undefined) return;
  throw invalidRequest(`You may only specify one of these parameters: ${one}, ${other}.`, {
    code: "parameters_exclusive",
    param: one,
  });
}
