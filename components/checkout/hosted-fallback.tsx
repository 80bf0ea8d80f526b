import { SubmitButton } from "@/components/ui/submit-button";
import { Icon } from "@/components/ui/icon";

type Props = { action: (form: FormData) => Promise<void>; orderToken: string };

/** Works without JavaScript and without Stripe.js: the payment provider's own page takes the card. */
export function HostedFallback({ action, orderToken }: Props) {
  return (
    <form action={action} className="mt-8 border-t border-line pt-6">
      <input type="hidden" name="order" value={orderToken} />
      <noscript>
        <p className="mb-3">
          The card form needs JavaScript. Without it, you pay on our payment provider's own page.
        </p>
      </noscript>
      <SubmitButton variant="secondary" wide pendingLabel="Opening the payment page…">
        Pay on Stripe's own page instead <Icon name="external" className="size-4" />
      </SubmitButton>
    </form>
  );
}
