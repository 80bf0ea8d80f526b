import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SellScreen } from "@/components/admin/register/sell-screen";
import { requireMerchant } from "@/lib/auth/merchant";
import { listBaskets } from "@/lib/register/baskets";
import { listGoods } from "@/lib/register/goods";
import { readAccount, readTill } from "./read-till";
import { RegisterNav } from "./register-nav";
import { findCustomers, findGoods, openSale, park, resume } from "./sell-actions";

export const metadata: Metadata = { title: "Register" };

const actions = { open: openSale, goods: findGoods, customers: findCustomers, park, resume };

export default async function RegisterPage({ searchParams }: PageProps<"/admin/register">) {
  await requireMerchant("/admin/register");
  const account = await readAccount(await searchParams);
  if (account === null) redirect("/admin/register/settings");
  const [till, goods, parked] = await Promise.all([
    readTill(account),
    listGoods(account),
    listBaskets(account),
  ]);
  return (
    <>
      <h1 className="sr-only">Register: {account.name}</h1>
      <RegisterNav account={account} current="sell" />
      <SellScreen
        key={till.id}
        till={till}
        goods={goods}
        parked={parked.map(({ id, label, createdAt }) => ({
          id,
          label,
          createdAt: createdAt.toISOString(),
        }))}
        actions={actions}
      />
    </>
  );
}
