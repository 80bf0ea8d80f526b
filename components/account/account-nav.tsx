import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = {
  label: string;
  links: readonly { href: string; label: string }[];
  signOut: () => Promise<void>;
  signOutLabel: string;
};

/** A row that scrolls on a phone, a column beside the page where there is room. */
export function AccountNav({ label, links, signOut, signOutLabel }: Props) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ul className="-mx-3 flex flex-wrap gap-x-1 lg:mx-0 lg:flex-col">
        {links.map(({ href, label: name }) => (
          <li key={href}>
            <Link
              href={href}
              className="target inline-flex items-center rounded-md px-3 font-semibold whitespace-nowrap hover:bg-sunken lg:flex"
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
