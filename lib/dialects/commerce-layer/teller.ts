import { createHmac } from "node:crypto";
import type { Teller } from "@/lib/outgoing-webhooks/payloads";
import type { Caller } from "./auth";
import { answerOne } from "./protocol/answer-one";
import { mediaType } from "./protocol/body";
import { parseQuery } from "./protocol/query";
import { findResource } from "./resources";
import { typeOfTopic } from "./topics";

/** A webhook belongs to an integration, and is told what one may read. */
const office: Caller = {
  clientId: "webhook",
  rights: "backend",
  actor: "system",
  currencies: null,
  customer: null,
};

/** The body is what asking for the thing itself would answer, with the same includes. */
export const teller: Teller = {
  async bodyOf({ topic, include, subjectId }) {
    const resource = findResource(typeOfTopic(topic));
    if (resource === undefined) return null;
    const query = parseQuery(
      new URLSearchParams(include.length > 0 ? { include: include.join() } : {}),
    );
    const answer = await answerOne(resource, subjectId, { query, caller: office, status: 200 });
    return answer === null ? null : answer.text();
  },
  headersOf: ({ topic, body, sharedSecret }) => ({
    "Content-Type": mediaType,
    "User-Agent": "CommerceLayer",
    "X-CommerceLayer-Topic": topic,
    "X-CommerceLayer-Signature": createHmac("sha256", sharedSecret).update(body).digest("base64"),
  }),
};
