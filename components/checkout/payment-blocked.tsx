import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { PaymentWords } from "./payment-words";

type Props = { words: PaymentWords; children: ReactNode };

/** The form cannot be here: the way to the provider's own page takes its place. */
export function PaymentBlocked({ words, children }: Props) {
  return (
    <div data-hosted-only className="flex flex-col gap-6">
      <Alert tone="warn" role="alert" title={words.blockedTitle}>
        {words.blockedText}
      </Alert>
      {children}
    </div>
  );
}
