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
      <ul className="-mx-4 flex gap-1 overflow-x-auto px-4 lg:mx-0 lg:flex-col lg:px-0">
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
            <SubmitButton variant="quiet" className="px-3 whitespace-nowrap text-muted">
              {signOutLabel}
            </SubmitButton>
          </form>
        </li>
      </ul>
    </nav>
  );
}
