import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams } from "../endpoint";
import { invalidRequest } from "../errors";
import { newId } from "../ids";
import { listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { metadata, pageParams, text, unsettable } from "../params";
import { findReader } from "../terminal/begin-action";
import { findLocation } from "./terminal-locations";

/** Registration codes of simulated readers, and what each of them is. */
const simulated: Record<string, Stripe.Terminal.Reader.DeviceType> = {
  "simulated-wpe": "simulated_wisepos_e",
  "simulated-s700": "simulated_stripe_s700",
  "simulated-s710": "simulated_stripe_s710",
  "simulated-v660p": "simulated_verifone_v660p",
};

const createReader = endpoint(
  "POST /v1/terminal/readers",
  z.strictObject({
    label: text().optional(),
    location: text().optional(),
    metadata: metadata().optional(),
    registration_code: text(),
  }),
  (call) => {
    const { label, location, registration_code } = call.body;
    const device_type = simulated[registration_code];
    if (device_type === undefined) {
      throw invalidRequest(
        "The registration code is not valid. In the sandbox, use `simulated-wpe` or another simulated reader's code.",
        { param: "registration_code" },
      );
    }
    if (location !== undefined) findLocation(call, location, "location", 400);
    const id = newId("tmr");
    return call.store.readers.save({
      id,
      object: "terminal.reader",
      action: null,
      device_sw_version: "",
      device_type,
      ip_address: "0.0.0.0",
      label: label ?? id,
      last_seen_at: call.now * 1000,
      livemode: false,
      location: location ?? null,
      metadata: mergeMetadata({}, call.body.metadata),
      serial_number: id,
      status: "online",
    });
  },
);

const updateReader = endpoint(
  "POST /v1/terminal/readers/:id",
  z.strictObject({ label: unsettable(text()).optional(), metadata: metadata().optional() }),
  (call) => {
    const before = findReader(call);
    return call.store.readers.save({
      ...before,
      label: call.body.label ?? before.label,
      metadata: mergeMetadata(before.metadata, call.body.metadata),
    });
  },
);

const retrieveReader = endpoint("GET /v1/terminal/readers/:id", noParams, (call) =>
  findReader(call),
);

const removeReader = endpoint("DELETE /v1/terminal/readers/:id", noParams, (call) => {
  const reader = findReader(call);
  call.store.readers.remove(reader.id);
  const { id, serial_number } = reader;
  return {
    id,
    object: "terminal.reader",
    deleted: true,
    device_type: reader.device_type,
    serial_number,
  };
});

const listReaders = endpoint(
  "GET /v1/terminal/readers",
  z.strictObject({
    ...pageParams,
    device_type: text().optional(),
    location: text().optional(),
    serial_number: text().optional(),
    status: text().optional(),
  }),
  ({ body, store }) =>
    listPage(store.readers, {
      url: "/v1/terminal/readers",
      noun: "terminal.reader",
      cursor: body,
      source:
        body.location === undefined ? undefined : store.readers.rowsBy("location", body.location),
      where: (reader) =>
        (body.device_type === undefined || reader.device_type === body.device_type) &&
        (body.serial_number === undefined || reader.serial_number === body.serial_number) &&
        (body.status === undefined || reader.status === body.status),
    }),
);

export const readerEndpoints = [
  createReader,
  updateReader,
  retrieveReader,
  removeReader,
  listReaders,
];
