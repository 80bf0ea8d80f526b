import { SubmitButton } from "@/components/ui/submit-button";
import { Icon } from "@/components/ui/icon";

type Props = { action: (form: FormData) => Promise<void>; orderToken: string };

/**
 * The payment provider's own page takes the card: for shoppers whose browser runs no scripts or blocks
 * Stripe.js. A plain form and a redirect, so nothing has to load for it.
 */
export function HostedPayment({ action, orderToken }: Props) {
  return (
    <form action={action}>
      <input type="hidden" name="order" value={orderToken} />
      <SubmitButton size="large" wide pendingLabel="Opening the payment page…">
        Pay on Stripe's own page <Icon name="external" />
      </SubmitButton>
    </form>
  );
}

/** The same way, offered quietly below a form that works for nearly everybody. */
export function HostedHint({ action, orderToken }: Props) {
  return (
    <form
      action={action}
      className="mt-6 border-t border-line pt-4 group-has-[[data-hosted-only]]:hidden noscript:hidden"
    >
      <input type="hidden" name="order" value={orderToken} />
      <SubmitButton
        variant="quiet"
        size="small"
        wide
        className="flex-wrap"
        pendingLabel="Opening the payment page…"
      >
        <span className="font-normal text-muted">Trouble with this form?</span>
        <span className="inline-flex items-center gap-1.5 underline underline-offset-4">
          Pay on Stripe's own page <Icon name="external" className="size-4" />
        </span>
      </SubmitButton>
    </form>
  );
}
