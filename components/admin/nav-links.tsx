"use client";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

export type NavItem = { href: string; label: string; icon: IconName; count?: number };

function isWithin(path: string, href: string): boolean {
  return href === "/admin" ? path === href : path === href || path.startsWith(`${href}/`);
}

/** On a phone the bar is longer than the screen, and the current page's name may be beyond its edge. */
function bringIntoView(item: HTMLLIElement | null): void {
  item?.scrollIntoView({ inline: "center", block: "nearest" });
}

export function NavLinks({ items }: { items: NavItem[] }) {
  const path = usePathname();
  return (
    <ul className="relative flex gap-1 overflow-x-auto px-3 py-2 lg:flex-col lg:overflow-visible lg:p-0">
      {items.map(({ href, label, icon, count }) => {
        const isCurrent = isWithin(path, href);
        return (
          <li key={href} ref={isCurrent ? bringIntoView : undefined}>
            <Link
              href={href}
              aria-current={isCurrent ? "page" : undefined}
              className={cx(
                "target flex items-center gap-2.5 rounded-md px-3 text-sm font-semibold whitespace-nowrap lg:min-h-10",
                isCurrent ? "bg-sunken text-ink" : "text-muted hover:bg-sunken hover:text-ink",
              )}
            >
              <Icon name={icon} className={cx("size-4.5", isCurrent && "text-accent")} />
              {label}
              {count !== undefined && count > 0 && (
                <span className="ml-auto rounded-full bg-warn-soft px-2 text-xs text-warn tabular-nums">
                  {count}
                  <span className="sr-only"> open</span>
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
