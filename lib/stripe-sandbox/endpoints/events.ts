import { z } from "zod";
import { endpoint, noParams } from "../endpoint";
import { findOr } from "../find";
import { inRange, listPage } from "../lists";
import { flag, list, pageParams, range, text } from "../params";

const retrieve = endpoint("GET /v1/events/:id", noParams, (call) =>
  findOr(call.store.events, "event", call.id, "id"),
);

const listParams = z.strictObject({
  ...pageParams,
  created: range().optional(),
  delivery_success: flag().optional(),
  type: text().optional(),
  types: list(text(), 20).optional(),
});

const listAll = endpoint("GET /v1/events", listParams, ({ body, store }) => {
  const { created, delivery_success, type, types } = body;
  const exact = type !== undefined && !type.includes("*");
  return listPage(store.events, {
    url: "/v1/events",
    noun: "event",
    cursor: body,
    source: exact ? store.events.rowsBy("type", type) : undefined,
    where: (event) =>
      inRange(event.created, created) &&
      (type === undefined || exact || event.type.startsWith(type.split("*", 1)[0] ?? "")) &&
      (types === undefined || types.includes(event.type)) &&
      (delivery_success === undefined || delivery_success === (event.pending_webhooks === 0)),
  });
});

export const eventEndpoints = [retrieve, listAll];
