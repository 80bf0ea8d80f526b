import { StatusBadge } from "@/components/ui/badge";

type Props = { status: "queued" | "sent" | "failed"; lastError: string | null };

export function MailStatus({ status, lastError }: Props) {
  if (status === "sent") return <StatusBadge tone="good">Sent</StatusBadge>;
  if (status === "failed") return <StatusBadge tone="bad">Given up</StatusBadge>;
  if (lastError !== null) return <StatusBadge tone="warn">Will be tried again</StatusBadge>;
  return <StatusBadge tone="info">On its way</StatusBadge>;
}
