import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { NavLinks, type NavItem } from "./nav-links";

type Props = {
  merchant: { name: string; email: string };
  shop: string;
  nav: NavItem[];
  signOut: () => Promise<void>;
  children: ReactNode;
};

function Brand({ shop }: { shop: string }) {
  return (
    <Link href="/admin" className="target flex min-w-0 items-center gap-2.5 font-bold">
      <span
        aria-hidden
        className="flex size-8 items-center justify-center rounded-md bg-solid text-sm text-on-solid"
      >
        {shop.charAt(0)}
      </span>
      <span className="truncate">
        {shop} <span className="font-normal text-muted">admin</span>
      </span>
    </Link>
  );
}

function Account({ merchant, signOut }: Pick<Props, "merchant" | "signOut">) {
  return (
    <form action={signOut} className="flex items-center justify-between gap-2">
      <span className="hidden min-w-0 text-sm lg:block">
        <span className="block truncate font-semibold">{merchant.name}</span>
        <span className="block truncate text-xs text-muted">{merchant.email}</span>
      </span>
      <SubmitButton variant="quiet" size="small" className="shrink-0 text-muted">
        Sign out
      </SubmitButton>
    </form>
  );
}

/** A rail at the left where there is room, a bar that scrolls sideways where there is not. */
export function AdminShell({ merchant, shop, nav, signOut, children }: Props) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only rounded-md bg-solid px-4 py-3 text-on-solid focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
      >
        Skip to the page
      </a>
      <aside
        data-print="no"
        className="border-line bg-surface max-lg:border-b lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:border-r"
      >
        <div className="flex items-center justify-between gap-3 px-4 pt-2 lg:px-5 lg:pt-5 lg:pb-4">
          <Brand shop={shop} />
          <div className="lg:hidden">
            <Account merchant={merchant} signOut={signOut} />
          </div>
        </div>
        <nav aria-label="Admin" className="lg:flex-1 lg:overflow-y-auto lg:px-3">
          <NavLinks items={nav} />
        </nav>
        <div className="hidden border-t border-line p-3 pl-5 lg:block">
          <Link
            href="/"
            className="target flex items-center gap-2 text-sm text-muted hover:text-ink"
          >
            View the shop <Icon name="external" className="size-4" />
          </Link>
          <Account merchant={merchant} signOut={signOut} />
        </div>
      </aside>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[76rem] px-4 py-6 sm:px-8 lg:px-10 lg:py-9"
      >
        {children}
      </main>
    </div>
  );
}
