import { cx } from "@/components/ui/cx";
import { shop } from "@/lib/shop";

/** A kittiwake over two waves. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" className={cx("size-9 shrink-0", className)} aria-hidden>
      <rect width="40" height="40" rx="6" fill="#10283a" />
      <circle cx="27" cy="14" r="6" fill="#f0845a" />
      <g fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d="M5 17c5-6 10-6 14 2 3-7 8-8 14-3" stroke="#fff" strokeWidth="3" />
        <path d="M7 27c3-2.5 6-2.5 9 0s6 2.5 9 0 6-2.5 8 0" stroke="#8fb9bd" strokeWidth="2.5" />
        <path d="M11 33c3-2.5 6-2.5 9 0s6 2.5 9 0" stroke="#8fb9bd" strokeWidth="2.5" />
      </g>
    </svg>
  );
}

export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark />
      <span className="text-xl leading-none font-bold tracking-tight max-[21.5rem]:sr-only">
        {shop.name}
      </span>
    </span>
  );
}
