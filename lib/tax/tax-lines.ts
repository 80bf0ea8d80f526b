import { z } from "zod";

/** What an order keeps of its tax. */
export const taxLinesSchema = z.array(
  z.object({
    name: z.string(),
    basisPoints: z.number(),
    baseMinor: z.number(),
    amountMinor: z.number(),
  }),
);
