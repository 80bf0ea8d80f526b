import { z } from "zod";

export const stocksRequest = z.strictObject({
  data: z
    .array(z.strictObject({ id: z.uuid(), type: z.string().max(50).optional() }))
    .min(1)
    .max(100),
});
