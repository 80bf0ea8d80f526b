import type { Metadata } from "next";
import { SimpleForm } from "@/components/account/simple-form";
import { translations } from "@/lib/i18n/request";
import { emailField } from "../../words";
import { forgot } from "../actions";
import { LookIntoMail } from "../look-into-mail";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("forgot") };
}

export default async function ForgotPage({ searchParams }: PageProps<"/account/forgot">) {
  const [t, { sent }] = await Promise.all([translations("account"), searchParams]);
  if (sent === "1") return <LookIntoMail title={t("lookTitle")}>{t("lookForgot")}</LookIntoMail>;
  return (
    <>
      <h1 className="text-3xl">{t("forgot")}</h1>
      <p className="mt-3 mb-8 text-muted">{t("forgotText")}</p>
      <SimpleForm
        label={t("forgot")}
        action={forgot}
        fields={[emailField(t)]}
        submit={t("sendLink")}
        pending={t("sending")}
      />
    </>
  );
}
