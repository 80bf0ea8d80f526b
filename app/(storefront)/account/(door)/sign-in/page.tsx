import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SimpleForm } from "@/components/account/simple-form";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { safeAccountNext } from "@/lib/shoppers/safe-next";
import { currentShopper } from "@/lib/shoppers/shopper";
import { emailField } from "../../words";
import { signIn } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("signIn") };
}

export default async function SignInPage({ searchParams }: PageProps<"/account/sign-in">) {
  const [t, query, shopper] = await Promise.all([
    translations("account"),
    searchParams,
    currentShopper(),
  ]);
  const next = safeAccountNext(typeof query.next === "string" ? query.next : undefined);
  if (shopper !== null) redirect(next);
  return (
    <>
      <h1 className="text-3xl">{t("signIn")}</h1>
      <p className="mt-3 mb-8 text-muted">{t("signInText")}</p>
      {query.reset === "1" && <Alert tone="good" title={t("resetDone")} className="mb-6" />}
      <SimpleForm
        label={t("signIn")}
        action={signIn}
        hidden={{ next }}
        fields={[
          emailField(t, "username"),
          {
            name: "password",
            label: t("password"),
            type: "password",
            autoComplete: "current-password",
          },
        ]}
        submit={t("signIn")}
        pending={t("signingIn")}
      />
      <p className="mt-4">
        <Link
          href="/account/forgot"
          className="target inline-flex items-center underline underline-offset-4"
        >
          {t("forgotLink")}
        </Link>
      </p>
      <OtherDoors t={t} />
    </>
  );
}

/** For who has no account: to make one, or to find one order without. */
function OtherDoors({ t }: { t: Translator<"account"> }) {
  return (
    <section className="mt-8 border-t border-line pt-8">
      <h2 className="mb-4 text-lg">{t("noAccount")}</h2>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/account/register" variant="secondary">
          {t("register")}
        </LinkButton>
        <LinkButton href="/lookup" variant="quiet">
          {t("lookup")}
        </LinkButton>
      </div>
    </section>
  );
}
