import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";

/** The same whatever is true: nobody learns here who has an account. */
export function LookIntoMail({ title, children }: { title: string; children: ReactNode }) {
  return (
    <EmptyState as="h1" title={title} picture={<Icon name="mail" className="size-12 text-muted" />}>
      <p>{children}</p>
    </EmptyState>
  );
}
