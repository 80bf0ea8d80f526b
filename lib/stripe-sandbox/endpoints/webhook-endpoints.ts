import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { findOr } from "../find";
import { newId, randomText } from "../ids";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { flag, list, metadata, oneOf, pageParams, range, text, unsettable, url } from "../params";
import { API_VERSION, type Scope } from "../scope";
import type { WebhookSetting } from "../settings";
import { eventTypes } from "../webhooks/event-types";

type Wanted = {
  url: string;
  enabled_events: string[];
  secret: string;
  connect: boolean;
  description: string | null;
  metadata: Record<string, string>;
  api_version: string | null;
};

function save(scope: Scope, wanted: Wanted): Stripe.WebhookEndpoint {
  const { secret, connect, ...shown } = wanted;
  const id = newId("we");
  scope.store.endpointSecrets.save({ id, secret, connect });
  return scope.store.webhookEndpoints.save({
    id,
    object: "webhook_endpoint",
    application: null,
    created: scope.now,
    livemode: false,
    status: "enabled",
    ...shown,
  });
}

/** Makes the endpoints of the settings exist, once each, with the secrets that the settings say. */
export function registerWebhooks(scope: Scope, settings: readonly WebhookSetting[]): void {
  for (const setting of settings) {
    const known = [...scope.store.webhookEndpoints.oldest()].find(
      (endpoint) =>
        endpoint.url === setting.url &&
        scope.store.endpointSecrets.find(endpoint.id)?.connect === setting.connect,
    );
    if (known === undefined) {
      save(scope, {
        ...setting,
        description: "From the settings",
        metadata: {},
        api_version: API_VERSION,
      });
      continue;
    }
    const { secret, connect, enabled_events } = setting;
    scope.store.endpointSecrets.save({ id: known.id, secret, connect });
    scope.store.webhookEndpoints.save({ ...known, enabled_events, status: "enabled" });
  }
}

const eventList = () => list(oneOf("*", ...eventTypes), 500);

const createParams = z.strictObject({
  api_version: text().optional(),
  connect: flag().optional(),
  description: unsettable(text()).optional(),
  enabled_events: eventList(),
  metadata: metadata().optional(),
  url: url(),
});

const create = endpoint("POST /v1/webhook_endpoints", createParams, (call) => {
  const { api_version = null, connect = false, description = null, ...rest } = call.body;
  const secret = `whsec_${randomText(32)}`;
  const merged = mergeMetadata({}, rest.metadata);
  const made = save(call, { ...rest, metadata: merged, secret, connect, description, api_version });
  // The secret is shown once, in this answer.
  return { ...made, secret };
});

const find = (call: Call<unknown>) =>
  findOr(call.store.webhookEndpoints, "webhook endpoint", call.id, "id");

const updateParams = z.strictObject({
  description: unsettable(text()).optional(),
  disabled: flag().optional(),
  enabled_events: eventList().optional(),
  metadata: metadata().optional(),
  url: url().optional(),
});

const update = endpoint("POST /v1/webhook_endpoints/:id", updateParams, (call) => {
  const before = find(call);
  const { description, disabled, enabled_events, url: address } = call.body;
  return call.store.webhookEndpoints.save({
    ...before,
    description: description === undefined ? before.description : description,
    enabled_events: enabled_events ?? before.enabled_events,
    metadata: mergeMetadata(before.metadata, call.body.metadata),
    status: disabled === undefined ? before.status : disabled ? "disabled" : "enabled",
    url: address ?? before.url,
  });
});

const retrieve = endpoint("GET /v1/webhook_endpoints/:id", noParams, (call) => find(call));

const remove = endpoint("DELETE /v1/webhook_endpoints/:id", noParams, (call) => {
  const { id } = find(call);
  call.store.webhookEndpoints.remove(id);
  call.store.endpointSecrets.remove(id);
  return { id, object: "webhook_endpoint", deleted: true };
});

const listParams = z.strictObject({ ...pageParams, created: range().optional() });

const listAll = endpoint("GET /v1/webhook_endpoints", listParams, ({ body, store }) =>
  listPage(store.webhookEndpoints, {
    url: "/v1/webhook_endpoints",
    noun: "webhook endpoint",
    cursor: body,
    where: (found) => inRange(found.created, body.created),
  }),
);

export const webhookEndpointEndpoints = [create, update, retrieve, remove, listAll];
