import { Icon } from "./icon";
import { Link } from "./link";

type Props = { label: string; trail: { title: string; href: string }[]; current: string };

export function Breadcrumbs({ label, trail, current }: Props) {
  return (
    <nav aria-label={label}>
      <ol className="-ml-1 flex flex-wrap items-center text-sm text-muted">
        {trail.map(({ title, href }) => (
          <li key={href} className="flex items-center">
            <Link
              href={href}
              className="inline-flex min-h-11 items-center px-1 underline-offset-4 hover:text-ink hover:underline"
            >
              {title}
            </Link>
            <Icon name="chevronRight" className="size-4" />
          </li>
        ))}
        <li aria-current="page" className="px-1 font-semibold text-ink">
          {current}
        </li>
      </ol>
    </nav>
  );
}
