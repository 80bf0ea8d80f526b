import { Link } from "@/components/ui/link";

type Props = {
  label: string;
  current: string;
  tabs: { id: string; label: string; href: string }[];
};

export function ChoiceTabs({ label, current, tabs }: Props) {
  return (
    <nav
      data-print="no"
      aria-label={`Pages of ${label}`}
      className="-mx-4 mb-5 overflow-x-auto px-4 sm:mx-0 sm:px-0"
    >
      <ul className="flex gap-1 border-b border-line">
        {tabs.map(({ id, label: name, href }) => (
          <li key={id}>
            <Link
              href={href}
              aria-current={id === current ? "page" : undefined}
              className="target -mb-px inline-flex items-center border-b-2 border-transparent px-3 text-sm font-semibold whitespace-nowrap text-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
