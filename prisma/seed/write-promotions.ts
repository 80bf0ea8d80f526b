import type { PrismaClient } from "@/lib/db/client";

/** Codes to try in the demo shop: a percentage, an amount from a minimum on, and free shipping. */
export async function writePromotions(db: PrismaClient): Promise<void> {
  const lamps = await db.category.findFirst({ where: { slug: "lamp-room" }, select: { id: true } });
  await db.promotion.createMany({
    data: [
      {
        code: "WELCOME10",
        name: "Ten percent off a first order",
        kind: "percent",
        basisPoints: 1000,
        firstOrderOnly: true,
      },
      {
        code: "HARBOUR5",
        name: "Five dollars off from forty",
        kind: "amount",
        amountMinor: 500n,
        currency: "USD",
        minimumMinor: 4000n,
        minimumCurrency: "USD",
        perEmailLimit: 3,
      },
      { code: "FAIRWIND", name: "Sent for nothing", kind: "free_shipping", combines: true },
      {
        code: "LIGHTSUP",
        name: "A fifth off all lamps",
        kind: "percent",
        basisPoints: 2000,
        combines: false,
        categoryIds: lamps === null ? [] : [lamps.id],
      },
    ],
  });
}
