import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { translations } from "@/lib/i18n/request";
import { sendNewLink } from "./actions";

type Props = { token: string; isSent: boolean };

/** A link whose time is over: nothing of the order is told, and a new one goes to the order's own address. */
export async function ClosedLink({ token, isSent }: Props) {
  const t = await translations("order");
  if (isSent) {
    return (
      <EmptyState as="h1" title={t("lookupSentTitle")}>
        <p>{t("lookupSent")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      as="h1"
      title={t("closedTitle")}
      actions={
        <>
          <form action={sendNewLink}>
            <input type="hidden" name="order" value={token} />
            <SubmitButton pendingLabel={t("sending")}>{t("sendLink")}</SubmitButton>
          </form>
          <LinkButton href="/account/sign-in" variant="secondary">
            {t("signIn")}
          </LinkButton>
        </>
      }
    >
      <p>{t("closedText")}</p>
    </EmptyState>
  );
}
