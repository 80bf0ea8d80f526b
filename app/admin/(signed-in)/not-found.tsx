import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function AdminNotFound() {
  return (
    <EmptyState
      as="h1"
      title="That is not here"
      actions={
        <LinkButton href="/admin" variant="secondary">
          Back to the overview
        </LinkButton>
      }
    >
      The address may be mistyped, or what it named was never there.
    </EmptyState>
  );
}
