import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AdminShell } from "@/components/admin/admin-shell";
import type { NavItem } from "@/components/admin/nav-links";
import { currentMerchant } from "@/lib/auth/merchant";
import { signOut } from "@/lib/auth/sign-in";
import { shop } from "@/lib/shop";
import { countOpenCases } from "@/lib/merchants/cases";

async function leave() {
  "use server";
  await signOut(await headers());
  redirect("/admin/sign-in");
}

const nav = (openCases: number): NavItem[] => [
  { href: "/admin", label: "Overview", icon: "receipt" },
  { href: "/admin/orders", label: "Orders", icon: "bag" },
  { href: "/admin/register", label: "Register", icon: "terminal" },
  { href: "/admin/payments", label: "Payments", icon: "card" },
  { href: "/admin/customers", label: "Customers", icon: "user" },
  { href: "/admin/products", label: "Products", icon: "box" },
  { href: "/admin/promotions", label: "Promotions", icon: "tag" },
  { href: "/admin/gift-cards", label: "Gift cards", icon: "gift" },
  { href: "/admin/shipping", label: "Shipping", icon: "ship" },
  { href: "/admin/tax", label: "Tax", icon: "percent" },
  { href: "/admin/outbox", label: "Outbox", icon: "mail" },
  { href: "/admin/events", label: "Events", icon: "refresh" },
  { href: "/admin/health", label: "Health", icon: "checkCircle", count: openCases },
  { href: "/admin/programs", label: "Programs", icon: "lock" },
  { href: "/admin/settings", label: "Settings", icon: "filter" },
];

/** Each page asks for the merchant itself: a layout is not rendered again when one page leads to the next. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const merchant = await currentMerchant();
  // The page beside us is redirecting to the sign-in page, with the way back.
  if (merchant === null) return children;
  return (
    <AdminShell
      merchant={merchant}
      shop={shop.name}
      nav={nav(await countOpenCases())}
      signOut={leave}
    >
      {children}
    </AdminShell>
  );
}
