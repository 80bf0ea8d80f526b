import { notFound } from "next/navigation";
import { requireMerchant } from "@/lib/auth/merchant";

/** An address that was never one: a merchant stays among the admin pages. */
export default async function NowherePage() {
  await requireMerchant("/admin");
  notFound();
}
