import { SubmitButton } from "@/components/ui/submit-button";
import { Icon } from "@/components/ui/icon";

type Props = { action: (form: FormData) => Promise<void>; orderToken: string };

/**
 * Works without JavaScript and without Stripe.js: the payment provider's own page takes the card. Where
 * scripts are off it is the only way to pay, so there it is the big button.
 */
export function HostedFallback({ action, orderToken }: Props) {
  return (
    <>
      <form action={action} className="hidden noscript:block">
        <input type="hidden" name="order" value={orderToken} />
        <p className="mb-4">Your card is asked for on our payment provider's own page.</p>
        <SubmitButton size="large" wide>
          Go on to pay <Icon name="external" />
        </SubmitButton>
      </form>
      <form action={action} className="mt-6 border-t border-line pt-4 noscript:hidden">
        <input type="hidden" name="order" value={orderToken} />
        <SubmitButton
          variant="quiet"
          size="small"
          wide
          className="flex-wrap"
          pendingLabel="Opening the payment page…"
        >
          <span className="font-normal text-muted">Trouble with this form?</span>
          <span className="underline underline-offset-4">Pay on Stripe's own page</span>
          <Icon name="external" className="size-4" />
        </SubmitButton>
      </form>
    </>
  );
}
