import { receiptPdf } from "@/lib/orders/receipt/receipt";
import { openOrder } from "@/lib/orders/shopper-queries";
import { shop } from "@/lib/shop";
import { currentShopper } from "@/lib/shoppers/shopper";

type Context = RouteContext<"/orders/[token]/receipt.pdf">;

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [{ token }, shopper] = await Promise.all([params, currentShopper()]);
  const opened = await openOrder(token, shopper?.id);
  // The order's page says what to do about a link whose time is over.
  if (opened.is !== "open" || opened.order.placedAt === null) {
    return new Response(null, { status: 303, headers: { location: `/orders/${token}` } });
  }
  const { number } = opened.order;
  const name = `${shop.name.toLowerCase()}-${number ?? "receipt"}.pdf`;
  return new Response(new Uint8Array(receiptPdf(opened.order, shop.name)), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
}
