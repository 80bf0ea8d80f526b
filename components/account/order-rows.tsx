import { StatusBadge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";

export type OrderRow = {
  href: string;
  title: string;
  /** Day, number of things, names. */
  about: string;
  names: string;
  total: string;
  state: { label: string; tone: "good" | "warn" | "bad" | "info" | "neutral" };
  imageUrl: string | null;
};

export function OrderRows({ rows }: { rows: readonly OrderRow[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map(({ href, title, about, names, total, state, imageUrl }) => (
        <li key={href} className="relative flex items-center gap-4 py-4 hover:bg-sunken">
          <span className="size-16 shrink-0 overflow-clip rounded-md border border-line bg-sunken">
            {imageUrl && (
              // Vector art of a few kilobytes: there is nothing for an optimizer to do.
              // oxlint-disable-next-line next/no-img-element
              <img
                src={imageUrl}
                // The names stand beside it.
                alt=""
                width={64}
                height={64}
                decoding="async"
                className="size-full object-cover"
              />
            )}
          </span>
          <div className="min-w-0 flex-1">
            <Link
              href={href}
              className="font-semibold underline-offset-4 after:absolute after:inset-0 hover:underline"
            >
              {title}
            </Link>
            <p className="text-sm text-muted">{about}</p>
            <p className="truncate text-sm text-muted">{names}</p>
          </div>
          <div className="flex flex-col items-end gap-1.5">
            <span className="font-semibold tabular-nums">{total}</span>
            <StatusBadge tone={state.tone}>{state.label}</StatusBadge>
          </div>
        </li>
      ))}
    </ul>
  );
}
