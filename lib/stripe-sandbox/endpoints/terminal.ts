import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { newId, randomText } from "../ids";
import { listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { addressOf, addressParams } from "../methods/contact-params";
import { integer, metadata, pageParams, text, unsettable } from "../params";
import { createRefund } from "../payments/refunds";

const connectionToken = endpoint(
  "POST /v1/terminal/connection_tokens",
  z.strictObject({ location: text().optional() }),
  (call) => {
    const { location } = call.body;
    if (location !== undefined) findLocation(call, location, "location", 400);
    const connected = call.account !== call.world.platformAccount;
    const token: Stripe.Terminal.ConnectionToken = {
      object: "terminal.connection_token",
      ...(location === undefined ? {} : { location }),
      secret: `pst_test_${connected ? `${call.account}_` : ""}${randomText(40)}`,
    };
    return token;
  },
);

const findLocation = (
  call: Call<unknown>,
  id = call.id,
  param = "location",
  status: 400 | 404 = 404,
) => findOr(call.store.locations, "location", id, param, status);

const createLocation = endpoint(
  "POST /v1/terminal/locations",
  z.strictObject({
    address: addressParams,
    configuration_overrides: text().optional(),
    display_name: text(1000),
    metadata: metadata().optional(),
    phone: text().optional(),
  }),
  (call) => {
    const { address, display_name } = call.body;
    const location: Stripe.Terminal.Location = {
      id: newId("tml"),
      object: "terminal.location",
      address: addressOf(address) ?? emptyAddress,
      display_name,
      livemode: false,
      metadata: mergeMetadata({}, call.body.metadata),
    };
    return call.store.locations.save(location);
  },
);

const emptyAddress = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

const updateLocation = endpoint(
  "POST /v1/terminal/locations/:id",
  z.strictObject({
    address: addressParams.optional(),
    configuration_overrides: unsettable(text()).optional(),
    display_name: text(1000).optional(),
    metadata: metadata().optional(),
    phone: unsettable(text()).optional(),
  }),
  (call) => {
    const before = findLocation(call);
    return call.store.locations.save({
      ...before,
      address: addressOf(call.body.address) ?? before.address,
      display_name: call.body.display_name ?? before.display_name,
      metadata: mergeMetadata(before.metadata, call.body.metadata),
    });
  },
);

const retrieveLocation = endpoint("GET /v1/terminal/locations/:id", noParams, (call) =>
  findLocation(call),
);

const removeLocation = endpoint("DELETE /v1/terminal/locations/:id", noParams, (call) => {
  const { id } = findLocation(call);
  call.store.locations.remove(id);
  return { id, object: "terminal.location", deleted: true };
});

const listLocations = endpoint(
  "GET /v1/terminal/locations",
  z.strictObject(pageParams),
  ({ body, store }) =>
    listPage(store.locations, { url: "/v1/terminal/locations", noun: "location", cursor: body }),
);

/** Registration codes of simulated readers, and what each of them is. */
const simulated: Record<string, Stripe.Terminal.Reader.DeviceType> = {
  "simulated-wpe": "simulated_wisepos_e",
  "simulated-s700": "simulated_stripe_s700",
  "simulated-s710": "simulated_stripe_s710",
  "simulated-v660p": "simulated_verifone_v660p",
};

const findReader = (call: Call<unknown>) =>
  findOr(call.store.readers, "terminal.reader", call.id, "reader");

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

/** What Terminal.js's `processRefund` calls, with the reader's connection token as its right. */
const terminalRefund = endpoint(
  "POST /v1/terminal/refunds",
  z.strictObject({
    amount: integer(1),
    charge: text(),
    connection_token: text(),
    currency: text(3),
    refund_application_fee: text().optional(),
    reverse_transfer: text().optional(),
  }),
  (call) => {
    if (!call.body.connection_token.startsWith("pst_test_")) {
      throw invalidRequest(
        "The connection token is not valid.",
        { param: "connection_token" },
        401,
      );
    }
    const charge = findOr(call.store.charges, "charge", call.body.charge, "charge", 400);
    return createRefund(call, { charge, amount: call.body.amount, reason: null, metadata: {} });
  },
  "any",
);

export const terminalEndpoints = [
  connectionToken,
  createLocation,
  updateLocation,
  retrieveLocation,
  removeLocation,
  listLocations,
  createReader,
  updateReader,
  retrieveReader,
  removeReader,
  listReaders,
  terminalRefund,
];
