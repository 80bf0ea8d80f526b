import { LiveRegion } from "@/components/ui/live-region";
import { Skeleton } from "@/components/ui/skeleton";

export function PaymentSkeleton({ label }: { label: string }) {
  return (
    <div className="flex flex-col gap-4 noscript:hidden">
      <LiveRegion className="sr-only">{label}</LiveRegion>
      <Skeleton className="h-12" />
      <div className="grid grid-cols-2 gap-4">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
      <Skeleton className="h-13" />
    </div>
  );
}
