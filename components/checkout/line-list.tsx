import type { SummaryLine } from "@/lib/checkout/summary";

type Props = { lines: readonly SummaryLine[]; quantityWord: string };

export function LineList({ lines, quantityWord }: Props) {
  return (
    <ul className="flex flex-col gap-4">
      {lines.map(({ id, title, variantTitle, imageUrl, quantity, total }) => (
        <li key={id} className="flex items-center gap-4">
          <span className="relative size-16 shrink-0">
            <span className="block size-full overflow-clip rounded-md border border-line bg-sunken">
              {imageUrl && (
                // Vector art of a few kilobytes: there is nothing for an optimizer to do.
                // oxlint-disable-next-line next/no-img-element
                <img
                  src={imageUrl}
                  // The title stands beside it.
                  alt=""
                  width={64}
                  height={64}
                  decoding="async"
                  className="size-full object-cover"
                />
              )}
            </span>
            <span className="absolute -top-2 -right-2 inline-flex min-h-6 min-w-6 items-center justify-center rounded-full bg-solid px-1.5 text-xs font-semibold text-on-solid tabular-nums print:border">
              <span className="sr-only">{quantityWord} </span>
              {quantity}
            </span>
          </span>
          <span className="min-w-0 flex-1">
            <span className="block leading-snug font-semibold">{title}</span>
            {variantTitle && <span className="block text-sm text-muted">{variantTitle}</span>}
          </span>
          <span className="tabular-nums">{total}</span>
        </li>
      ))}
    </ul>
  );
}
