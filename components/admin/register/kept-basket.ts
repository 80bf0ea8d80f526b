import { z } from "zod/mini";
import type { Basket } from "@/lib/register/baskets";

/** A till's basket in this browser, so that a reload or an empty battery does not start it over. */
const shape = z.object({
  lines: z.array(z.object({ variantId: z.string(), quantity: z.number() })),
  extra: z.nullable(z.object({ title: z.string(), amountMinor: z.number() })),
  discount: z.discriminatedUnion("is", [
    z.object({ is: z.literal("none") }),
    z.object({ is: z.literal("percent"), percent: z.number() }),
    z.object({ is: z.literal("amount"), minor: z.number() }),
  ]),
  customer: z.nullable(z.object({ name: z.string(), email: z.string() })),
});

const nameOf = (till: string) => `till:${till}`;

export function readKept(till: string): Basket | null {
  try {
    const parsed = shape.safeParse(JSON.parse(localStorage.getItem(nameOf(till)) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function keep(till: string, basket: Basket | null): void {
  try {
    if (basket === null) localStorage.removeItem(nameOf(till));
    else localStorage.setItem(nameOf(till), JSON.stringify(basket));
  } catch {
    // A browser that keeps nothing still sells.
  }
}
