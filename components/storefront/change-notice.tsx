import { Alert } from "@/components/ui/alert";

type Props = { title: string; changes: readonly string[]; className?: string };

/** What is not as it was when the shopper looked last. */
export function ChangeNotice({ title, changes, className }: Props) {
  if (changes.length === 0) return null;
  return (
    <Alert tone="warn" title={title} className={className}>
      <ul>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </Alert>
  );
}
