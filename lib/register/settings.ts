import { z } from "zod";

/** How a till works; each value has a default, so that an account needs none. */
export const registerSettingsSchema = z.object({
  /** browser: Terminal.js speaks to the reader; server: this store asks the gateway to. */
  readerMode: z.enum(["browser", "server"]).default("browser"),
  /** Whether the till offers tips, and which, in percent. */
  tips: z
    .object({ enabled: z.boolean(), percents: z.array(z.int().min(1).max(100)).max(4) })
    .default({ enabled: false, percents: [10, 15, 20] }),
  /** Where it stands, as taxes know places: what is sold over the counter is taxed there. */
  place: z
    .object({ country: z.string().length(2), region: z.string().max(120) })
    .nullable()
    .default(null),
  /** The reader that the server asks, where it is chosen once: tmr_…. */
  readerRef: z.string().nullable().default(null),
});
export type RegisterSettings = z.infer<typeof registerSettingsSchema>;
