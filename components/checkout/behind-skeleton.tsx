import { useEffect, useState, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { PaymentSkeleton } from "./payment-skeleton";

type Props = { isReady: boolean; label: string; children: ReactNode };

/** Fields that take longer than this are shown as they come. */
const PATIENCE_MS = 8_000;

/** Fields that are still being drawn, behind the skeleton: they come into view at once, and then stand still. */
export function BehindSkeleton({ isReady, label, children }: Props) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const isShown = isReady || isLate;
  return (
    <div className="grid *:min-w-0 *:[grid-area:1/1]">
      <div className={cx(!isShown && "invisible")}>{children}</div>
      {!isShown && <PaymentSkeleton label={label} />}
    </div>
  );
}
