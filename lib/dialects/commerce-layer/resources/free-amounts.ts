import { amounts } from "../protocol/attribute";

/** What an order has no column for costs nothing here. */
const free = ["payment_method", "adjustment", "subtotal_tax", "shipping_tax"]
  .concat(["payment_method_tax", "adjustment_tax", "payment_method_taxable", "adjustment_taxable"])
  .concat(["fees", "duty"])
  .map((name) => `${name}_amount`);

/** Their names are what they are read by; none of them is a column. */
export const freeAmounts = Object.fromEntries(
  Object.entries(amounts("nothing")).flatMap(([form, attribute]) =>
    free.map((name) => [form.replace("nothing", name), { ...attribute, column: null }]),
  ),
);
