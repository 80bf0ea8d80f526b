import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PayScreen } from "@/components/admin/register/pay-screen";
import { requireMerchant } from "@/lib/auth/merchant";
import { orderIdSchema } from "@/lib/ids";
import { lookAtSale } from "@/lib/register/operations/look-at-sale";
import { readTillSale } from "@/lib/register/till-view";
import { orNotFound } from "../../or-not-found";
import {
  askReader,
  beginCard,
  cancelPayment,
  cancelSale,
  chargeCard,
  connectionToken,
  holdCard,
  keepCard,
  look,
  mailReceipt,
  payOffline,
  refund,
} from "../../pay-actions";
import { readAccount, readTill } from "../../read-till";
import { RegisterNav } from "../../register-nav";

export const metadata: Metadata = { title: "Sale" };

const actions = {
  askReader,
  beginCard,
  cancelPayment,
  cancelSale,
  chargeCard,
  connectionToken,
  holdCard,
  keepCard,
  look,
  mailReceipt,
  payOffline,
  refund,
};

type Props = PageProps<"/admin/register/sales/[orderId]">;

/** A reload in the middle of a payment comes here again, and asks first what became of it. */
export default async function SalePage({ params, searchParams }: Props) {
  const orderId = orderIdSchema.safeParse((await params).orderId);
  await requireMerchant("/admin/register/sales");
  const account = await readAccount(await searchParams);
  if (account === null || !orderId.success) notFound();
  await orNotFound(lookAtSale(account, orderId.data));
  const [till, sale] = await Promise.all([readTill(account), readTillSale(account, orderId.data)]);
  return (
    <>
      <RegisterNav account={account} current="sales" />
      <PayScreen key={sale.orderId} till={till} sale={sale} actions={actions} />
    </>
  );
}
