import type { Metadata } from "next";
import { SimpleForm } from "@/components/account/simple-form";
import { Link } from "@/components/ui/link";
import { translations } from "@/lib/i18n/request";
import { emailField, newPasswordField } from "../../words";
import { register } from "../actions";
import { LookIntoMail } from "../look-into-mail";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("register") };
}

export default async function RegisterPage({ searchParams }: PageProps<"/account/register">) {
  const [t, { sent }] = await Promise.all([translations("account"), searchParams]);
  if (sent === "1") return <LookIntoMail title={t("lookTitle")}>{t("lookRegister")}</LookIntoMail>;
  return (
    <>
      <h1 className="text-3xl">{t("register")}</h1>
      <p className="mt-3 mb-8 text-muted">{t("registerText")}</p>
      <SimpleForm
        label={t("register")}
        action={register}
        fields={[
          { name: "name", label: t("name"), autoComplete: "name", maxLength: 200 },
          emailField(t),
          { ...newPasswordField(t), label: t("password") },
        ]}
        submit={t("register")}
        pending={t("registering")}
      />
      <p className="mt-6">
        {t("haveAccount")}{" "}
        <Link href="/account/sign-in" className="underline underline-offset-4">
          {t("signIn")}
        </Link>
      </p>
    </>
  );
}
