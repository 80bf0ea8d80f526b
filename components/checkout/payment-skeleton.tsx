import { LiveRegion } from "@/components/ui/live-region";
import { Skeleton } from "@/components/ui/skeleton";

/**
 * In the form's place and of its size, so that nothing below jumps when it comes. `data-opening` tells what stands
 * below that it may still move.
 */
export function PaymentSkeleton({ label }: { label: string }) {
  return (
    <div data-opening className="flex flex-col gap-6 noscript:hidden">
      <LiveRegion className="sr-only">{label}</LiveRegion>
      <div className="flex h-22 flex-col justify-between">
        <Skeleton className="h-12" />
        <Skeleton className="mb-2.5 h-0.5" />
      </div>
      <div className="flex h-72 flex-col gap-9">
        <div className="grid grid-cols-3 gap-2">
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </div>
        <Skeleton className="h-11" />
        <div className="grid grid-cols-2 gap-3">
          <Skeleton className="h-11" />
          <Skeleton className="h-11" />
        </div>
      </div>
      <div className="flex h-15 flex-col justify-center gap-2.5 border-t border-line">
        <Skeleton className="h-3.5 w-20" />
        <Skeleton className="h-3.5 w-3/5" />
      </div>
      <Skeleton className="h-13" />
      <Skeleton className="mx-auto -mt-3 h-5 w-2/3" />
    </div>
  );
}
