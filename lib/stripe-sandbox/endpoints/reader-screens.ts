import { z } from "zod";
import { endpoint } from "../endpoint";
import { mergeMetadata } from "../metadata";
import { currency, integer, list, metadata, oneOf, text } from "../params";
import { begin } from "../terminal/begin-action";
import { finish } from "../terminal/finish-action";
import { inputOf, inputParams } from "../terminal/inputs";

/** What a server-driven reader shows: a cart, or forms to fill in. */
const cart = z.strictObject({
  currency: currency(),
  line_items: list(
    z.strictObject({ amount: integer(), description: text(), quantity: integer(1) }),
  ),
  tax: integer(0).optional(),
  total: integer(0),
});

const setDisplay = endpoint(
  "POST /v1/terminal/readers/:id/set_reader_display",
  z.strictObject({ cart: cart.optional(), type: oneOf("cart") }),
  (call) => {
    const shown = call.body.cart;
    const reader = begin(call, {
      type: "set_reader_display",
      set_reader_display: {
        type: "cart",
        cart: shown === undefined ? null : { ...shown, tax: shown.tax ?? null },
      },
    });
    return finish(call, reader, () => ({}));
  },
);

const collectInputs = endpoint(
  "POST /v1/terminal/readers/:id/collect_inputs",
  z.strictObject({ inputs: list(inputParams, 5), metadata: metadata().optional() }),
  (call) =>
    begin(call, {
      type: "collect_inputs",
      collect_inputs: {
        inputs: call.body.inputs.map(inputOf),
        metadata: mergeMetadata({}, call.body.metadata),
      },
    }),
);

export const readerScreenEndpoints = [setDisplay, collectInputs];
