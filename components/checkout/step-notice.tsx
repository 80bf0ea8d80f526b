import { Alert, type AlertTone } from "@/components/ui/alert";

type Props = { notice: { tone: AlertTone; title: string; text: string } | null };

/** Why the shopper is here and not where they wanted to go. */
export function StepNotice({ notice }: Props) {
  if (notice === null) return null;
  return (
    <Alert tone={notice.tone} role="alert" title={notice.title} className="mb-6">
      {notice.text}
    </Alert>
  );
}
