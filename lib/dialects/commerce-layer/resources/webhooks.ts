import { Prisma } from "@/lib/db/client";
import { columns } from "../protocol/attribute";
import { linked, one, type Resource } from "../protocol/resource";
import { createWebhook, deleteWebhook, updateWebhook } from "../writes/webhooks";

const changeable = ["list", "read", "create", "update", "delete"] as const;

export const webhooks: Resource = {
  type: "webhooks",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT w.id, w.name, w.topic, w.callback_url, to_jsonb(w.include) AS include_resources,
      w.disabled_at, CASE WHEN w.circuit_opened_at IS NULL THEN 'closed' ELSE 'open' END AS circuit_state,
      w.failures AS circuit_failure_count, w.shared_secret, w.created_at, w.updated_at
    FROM outgoing_webhooks w WHERE w.dialect = 'commerce_layer'`,
  attributes: {
    ...columns("text", "name", "topic", "callback_url"),
    ...columns("json", "include_resources"),
    ...columns("time", "disabled_at"),
    ...columns("text", "circuit_state"),
    ...columns("integer", "circuit_failure_count"),
    ...columns("text", "shared_secret"),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {
    last_event_callbacks: linked(
      "event_callbacks",
      Prisma.sql`SELECT w.id AS parent, d.id AS target FROM outgoing_webhooks w
        CROSS JOIN LATERAL (SELECT x.id FROM outgoing_deliveries x
          WHERE x.webhook_id = w.id AND x.attempts > 0 ORDER BY x.created_at DESC LIMIT 10) d`,
    ),
  },
  may: { shopper: [], backend: changeable },
  create: createWebhook,
  update: updateWebhook,
  remove: deleteWebhook,
};

/** What a webhook was sent, and what was answered last. What waits for its first try is not there yet. */
export const eventCallbacks: Resource = {
  type: "event_callbacks",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT d.id, d.webhook_id, w.callback_url, d.body::jsonb AS payload, d.response_code,
      d.response_message, d.subject_id::text AS resource_id, w.topic, d.attempts AS attempts_count, d.sent_at,
      d.next_try_at, d.created_at, d.updated_at
    FROM outgoing_deliveries d JOIN outgoing_webhooks w ON w.id = d.webhook_id
    WHERE d.attempts > 0 AND w.dialect = 'commerce_layer'`,
  attributes: {
    ...columns("text", "callback_url"),
    ...columns("json", "payload"),
    ...columns("text", "response_code", "response_message", "resource_id", "topic"),
    ...columns("integer", "attempts_count"),
    ...columns("time", "sent_at", "next_try_at", "created_at", "updated_at"),
  },
  relationships: { webhook: one("webhooks", "webhook_id") },
  may: { shopper: [], backend: ["list", "read"] },
};
