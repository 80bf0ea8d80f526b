import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { reviewRow } from "./review";

type Props = { label: string; value: string; change: string; children: ReactNode };

/** A row of the review that is changed in its place. It folds without a script, and stays open while it is used. */
export function FoldedRow({ label, value, change, children }: Props) {
  return (
    <details className="group border-t border-line">
      <summary className={`${reviewRow} cursor-pointer [&::-webkit-details-marker]:hidden`}>
        <span className="text-sm text-muted">{label}</span>
        <span className="col-start-1 row-start-2 min-w-0 sm:col-start-2 sm:row-start-1">
          {value}
        </span>
        <span className="target row-span-2 inline-flex items-center justify-end text-sm underline underline-offset-4 sm:row-span-1">
          <span className="group-open:hidden">{change}</span>
          <Icon name="chevronDown" className="hidden rotate-180 group-open:block" />
        </span>
      </summary>
      <div className="pt-1 pb-4 [&>form]:mb-0">{children}</div>
    </details>
  );
}
