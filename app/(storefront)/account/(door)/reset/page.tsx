import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SimpleForm } from "@/components/account/simple-form";
import { translations } from "@/lib/i18n/request";
import { newPasswordField } from "../../words";
import { reset } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("forgot") };
}

export default async function ResetPage({ searchParams }: PageProps<"/account/reset">) {
  const [t, { token }] = await Promise.all([translations("account"), searchParams]);
  if (typeof token !== "string") redirect("/account/forgot");
  return (
    <>
      <h1 className="mb-8 text-3xl">{t("forgot")}</h1>
      <SimpleForm
        label={t("forgot")}
        action={reset}
        hidden={{ token }}
        fields={[newPasswordField(t)]}
        submit={t("save")}
        pending={t("saving")}
      />
    </>
  );
}
