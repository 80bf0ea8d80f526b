import { StatusBadge } from "@/components/ui/badge";

type Props = { event: { processedAt: Date | null; lastError: string | null } };

export function EventStatus({ event: { processedAt, lastError } }: Props) {
  if (processedAt !== null) return <StatusBadge tone="good">Done</StatusBadge>;
  if (lastError !== null) return <StatusBadge tone="warn">Will be tried again</StatusBadge>;
  return <StatusBadge tone="info">Waiting</StatusBadge>;
}
