import { ChoiceTabs } from "@/components/admin/register/register-tabs";
import type { RegisterAccount } from "@/lib/register/accounts";

type Props = { account: RegisterAccount; current: "sell" | "sales" | "day" | "settings" };

/** The till's own pages. */
export function RegisterNav({ account, current }: Props) {
  const till = `?till=${account.externalId}`;
  return (
    <ChoiceTabs
      label={account.name}
      current={current}
      tabs={[
        { id: "sell", label: "Sell", href: `/admin/register${till}` },
        { id: "sales", label: "Sales", href: `/admin/register/sales${till}` },
        { id: "day", label: "End of day", href: `/admin/register/day${till}` },
        { id: "settings", label: "Settings", href: `/admin/register/settings${till}` },
      ]}
    />
  );
}
