"use client";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = {
  label: string;
  links: readonly { href: string; label: string }[];
  signOut: () => Promise<void>;
  signOutLabel: string;
};

/** Rows of words on a phone, a column beside the page where there is room. */
export function AccountNav({ label, links, signOut, signOutLabel }: Props) {
  const path = usePathname();
  // The overview's address begins all the others.
  const [overview] = links;
  const isHere = (href: string) =>
    path === href || (href !== overview?.href && path.startsWith(`${href}/`));
  return (
    <nav aria-label={label} className="min-w-0">
      <ul className="-mx-3 flex flex-wrap gap-1 lg:mx-0 lg:flex-col">
        {links.map(({ href, label: name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(href) ? "page" : undefined}
              className={cx(
                "target inline-flex items-center rounded-md px-3 font-semibold whitespace-nowrap hover:bg-sunken lg:flex",
                isHere(href) && "bg-sunken",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
        <li>
          <form action={signOut}>
            <SubmitButton variant="bare" size="icon" className="px-3 text-muted hover:bg-sunken">
              {signOutLabel}
            </SubmitButton>
          </form>
        </li>
      </ul>
    </nav>
  );
}
