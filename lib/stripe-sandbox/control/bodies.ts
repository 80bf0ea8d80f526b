import { z } from "zod";
import { readerFaults } from "./faults";

/** What the controls take. */
const applies = {
  times: z.int().positive().nullable().default(null),
  probability: z.number().min(0).max(1).nullable().default(null),
};

const requestFault = z.strictObject({
  /** `POST /v1/refunds`, `* /v1/payment_intents/*`; `*` is any run of characters. */
  endpoint: z.string().min(1).default("*"),
  kind: z.enum(["latency", "status", "refused", "dropped_after_effect", "cut_answer"]),
  ms: z.int().min(0).max(120_000).default(1000),
  status: z.int().min(400).max(599).default(500),
  ...applies,
});

const webhookFault = z.strictObject({
  events: z.string().min(1).default("*"),
  kind: z.enum(["lost", "late", "twice", "shuffled", "wrongly_signed"]),
  seconds: z.int().min(0).default(5),
  ...applies,
});

const readerFault = z.strictObject({
  command: z.string().min(1).default("*"),
  kind: z.enum(readerFaults),
  ms: z.int().min(0).max(120_000).default(3000),
  card: z.string().nullable().default(null),
  ...applies,
});

export const faultsBody = z.strictObject({
  seed: z.int().optional(),
  requests: z.array(requestFault).default([]),
  webhooks: z.array(webhookFault).default([]),
  readers: z.array(readerFault).default([]),
});

export const clockBody = z.union([
  z.strictObject({ advance: z.number().min(0) }),
  z.strictObject({ to: z.number() }),
]);

export const readerBody = z.strictObject({ status: z.enum(["online", "offline"]) });
