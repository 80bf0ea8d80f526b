import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

export type Row = {
  id: string;
  href: string;
  title: ReactNode;
  detail?: ReactNode;
  badge?: ReactNode;
  aside?: ReactNode;
};

/** A list of things that open: one line each where there is room, two on a phone. */
export function RowList({ label, rows }: { label: string; rows: Row[] }) {
  return (
    <ul
      aria-label={label}
      className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
    >
      {rows.map(({ id, href, title, detail, badge, aside }) => (
        <li
          key={id}
          className="relative flex flex-wrap items-center gap-x-5 gap-y-1.5 px-4 py-3.5 hover:bg-paper sm:px-5"
        >
          <div className="min-w-0 flex-1 basis-64">
            <Link href={href} className="font-semibold after:absolute after:inset-0">
              {title}
            </Link>
            {detail && <div className="truncate text-sm text-muted">{detail}</div>}
          </div>
          {badge}
          {aside && <div className="text-right text-sm text-muted sm:min-w-28">{aside}</div>}
        </li>
      ))}
    </ul>
  );
}
