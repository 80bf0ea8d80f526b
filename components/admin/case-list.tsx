import { Badge, StatusBadge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { FormAction } from "@/lib/http/form";
import { CallOff } from "./call-off";
import { Moment } from "./moment";
import { SettleCase } from "./settle-case";
import { humanized, orderName } from "./words";

type CaseItem = {
  id: string;
  kind: string;
  message: string;
  status: "open" | "settled";
  createdAt: Date;
  resolution: string | null;
  dueAt: Date | null;
  order: { id: string; number: number | null } | null;
};

type Props = {
  cases: CaseItem[];
  settle: FormAction;
  /** Cancels an order that nobody paid to its end, and returns what was paid of it. */
  callOff: FormAction;
};

/** What about money a person must look at, and how it was settled. */
export function CaseList({ cases, settle, callOff }: Props) {
  return (
    <ul aria-label="Cases" className="divide-y divide-line">
      {cases.map(({ id, kind, message, status, createdAt, resolution, dueAt, order }) => (
        <li
          key={id}
          id={`case-${id}`}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4 first:pt-0 last:pb-0"
        >
          <div className="min-w-0 flex-1 basis-72">
            <h3 className="flex flex-wrap items-center gap-2">
              {humanized(kind)}
              {status === "open" ? (
                <StatusBadge tone="warn">Open</StatusBadge>
              ) : (
                <Badge>Settled</Badge>
              )}
            </h3>
            <p className="mt-0.5">{message}</p>
            {dueAt && status === "open" && (
              <p className="font-semibold">
                Until <Moment at={dueAt} />
              </p>
            )}
            {resolution && <p className="text-sm text-muted">“{resolution}”</p>}
            <p className="mt-0.5 text-sm text-muted">
              <Moment at={createdAt} />
              {order && (
                <>
                  {" · "}
                  <Link
                    href={`/admin/orders/${order.id}`}
                    className="-my-3 inline-flex min-h-11 items-center underline underline-offset-4 hover:text-ink"
                  >
                    Order {orderName(order)}
                  </Link>
                </>
              )}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            {kind === "part_paid" && order && (
              <CallOff orderId={order.id} isOpen={status === "open"} action={callOff} />
            )}
            <SettleCase caseId={id} isOpen={status === "open"} action={settle} />
          </div>
        </li>
      ))}
    </ul>
  );
}
