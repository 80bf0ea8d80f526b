import { z } from "zod";
import { reference, timestamps } from "./response-parts";

export const customerSchema = z.looseObject({
  type: z.literal("customer"),
  id: z.string(),
  name: z.string(),
  email: z.string(),
  password: z.literal(true).describe("That there is one; what it is, is never answered"),
  meta: z.object({ timestamps }),
});

export const customerTokenSchema = z.object({
  type: z.literal("token"),
  id: z.string(),
  customer_id: z.string(),
  token: z.string(),
  expires: z.int().describe("Unix seconds"),
});

export const customerAddressSchema = z.looseObject({
  type: z.literal("address"),
  id: z.uuid(),
  name: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  line_1: z.string(),
  postcode: z.string(),
  country: z.string(),
  meta: z.object({ timestamps }),
});

export const customerReferenceSchema = reference;
