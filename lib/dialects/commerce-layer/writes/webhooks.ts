import { z } from "zod";
import { database } from "@/lib/db/client";
import {
  changeWebhook,
  registerWebhook,
  removeWebhook,
  type WebhookChange,
} from "@/lib/outgoing-webhooks/webhooks";
import { invalid, notFound } from "../errors";
import { write, type Call } from "../protocol/resource";
import { topics, typeOfTopic } from "../topics";
import { none, text, trigger } from "./parts";

const fields = {
  name: text(200).nullish(),
  topic: z.string().refine((topic) => Object.hasOwn(topics, topic), "is not included in the list"),
  callback_url: z.url({ protocol: /^https?$/, error: "is not a valid URL" }).max(2_000),
  include_resources: z.array(z.string().max(200)).max(20).nullish(),
  _disable: trigger,
  _enable: trigger,
};

const created = z.strictObject(fields);
const updated = created.partial().extend({ _reset_circuit: trigger });

type Given = z.infer<typeof updated>;

function changeOf(given: Given): WebhookChange {
  const { name, topic, callback_url: callbackUrl, include_resources: include } = given;
  return {
    ...(name !== undefined && { name }),
    ...(topic !== undefined && { topic, facts: topics[topic] ?? [] }),
    ...(callbackUrl !== undefined && { callbackUrl }),
    ...(include !== undefined && { include: include ?? [] }),
    ...(given._disable && { enabled: false }),
    ...(given._enable && { enabled: true }),
    ...(given._reset_circuit && { closeCircuit: true }),
  };
}

/** A path that leads nowhere would be found out only when it is too late. @throws RequestError 422 */
function requireIncludes(
  topic: string,
  include: readonly string[],
  { isPath }: Pick<Call, "isPath">,
) {
  const wrong = include.find((path) => !isPath(typeOfTopic(topic), path));
  if (wrong !== undefined) {
    throw invalid("include_resources", `${wrong} is no relationship of ${typeOfTopic(topic)}`);
  }
}

export const createWebhook = write(
  z.object({ attributes: created, relationships: none }),
  async ({ isPath, data: { attributes } }) => {
    const { topic, callback_url: callbackUrl } = attributes;
    requireIncludes(topic, attributes.include_resources ?? [], { isPath });
    const facts = topics[topic] ?? [];
    const command = {
      ...changeOf(attributes),
      dialect: "commerce_layer",
      topic,
      facts,
      callbackUrl,
    };
    return (await registerWebhook(command)).id;
  },
);

export const updateWebhook = write(
  z.object({ attributes: updated, relationships: none }),
  async ({ id, isPath, data: { attributes } }) => {
    const db = await database();
    const row = await db.outgoingWebhook.findUnique({ where: { id } });
    if (row === null) throw notFound();
    const topic = attributes.topic ?? row.topic;
    requireIncludes(topic, attributes.include_resources ?? row.include, { isPath });
    await changeWebhook(id, changeOf(attributes));
    return id;
  },
);

export const deleteWebhook = ({ id }: { id: string }) => removeWebhook(id);
