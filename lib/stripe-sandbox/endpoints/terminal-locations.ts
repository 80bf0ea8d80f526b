import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { findOr } from "../find";
import { newId } from "../ids";
import { listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { addressOf, addressParams } from "../methods/contact-params";
import { metadata, pageParams, text, unsettable } from "../params";

export const findLocation = (
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

export const locationEndpoints = [
  createLocation,
  updateLocation,
  retrieveLocation,
  removeLocation,
  listLocations,
];
