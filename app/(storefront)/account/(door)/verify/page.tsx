import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { translations } from "@/lib/i18n/request";
import { verify } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("verify") };
}

export default async function VerifyPage({ searchParams }: PageProps<"/account/verify">) {
  const [t, { token }] = await Promise.all([translations("account"), searchParams]);
  if (typeof token !== "string") {
    return (
      <EmptyState
        as="h1"
        title={t("verify")}
        actions={<LinkButton href="/account/sign-in">{t("signIn")}</LinkButton>}
      >
        <p>{t("resetOver")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      as="h1"
      title={t("verify")}
      actions={
        <form action={verify}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton size="large">{t("verifyButton")}</SubmitButton>
        </form>
      }
    >
      <p>{t("verifyText")}</p>
    </EmptyState>
  );
}
