import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/admin/register/print-button";
import { Receipt } from "@/components/admin/register/receipt";
import { requireMerchant } from "@/lib/auth/merchant";
import { orderIdSchema } from "@/lib/ids";
import { requireSale } from "@/lib/register/queries";
import { readTillSale } from "@/lib/register/till-view";
import { orNotFound } from "../../../or-not-found";
import { readAccount } from "../../../read-till";

export const metadata: Metadata = { title: "Receipt" };

type Props = PageProps<"/admin/register/sales/[orderId]/receipt">;

/** The strip of paper, 80 mm wide, as the printer at the till takes it. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const orderId = orderIdSchema.safeParse((await params).orderId);
  await requireMerchant("/admin/register/sales");
  const account = await readAccount(await searchParams);
  if (account === null || !orderId.success) notFound();
  await orNotFound(requireSale(account, orderId.data));
  const [sale, { order }] = await Promise.all([
    readTillSale(account, orderId.data),
    requireSale(account, orderId.data),
  ]);
  const cards = order.payments.flatMap(({ id, instrument }) =>
    instrument?.receipt === undefined ? [] : [{ id, facts: instrument.receipt }],
  );
  return (
    <div className="flex flex-col items-center gap-4">
      <Receipt sale={sale} shop={account.name} cards={cards} />
      <PrintButton />
    </div>
  );
}
