import { z } from "zod";
import { addressSchema } from "@/lib/shipping/address";

/**
 * An address as programs give it: beside what every order has, the parts that they want back as they
 * sent them. Pages read the same row with `addressSchema`.
 */
export const clientAddressSchema = addressSchema.extend({
  firstName: z.string().default(""),
  lastName: z.string().default(""),
  county: z.string().default(""),
  /** The state or province as it was sent; `region` falls back to the county. */
  givenRegion: z.string().default(""),
  phone: z.string().default(""),
  instructions: z.string().default(""),
});

export type ClientAddress = z.infer<typeof clientAddressSchema>;
