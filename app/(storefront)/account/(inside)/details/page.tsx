import type { Metadata } from "next";
import { SimpleForm, type FormField } from "@/components/account/simple-form";
import { localeNames, localeOfTag, locales } from "@/lib/i18n/locales";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { findProfile } from "@/lib/shoppers/queries";
import { requireShopper } from "@/lib/shoppers/shopper";
import { newPasswordField } from "../../words";
import { changePassword, saveDetails } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("details") };
}

export default async function DetailsPage() {
  const [t, shopper] = await Promise.all([
    translations("account"),
    requireShopper("/account/details"),
  ]);
  const profile = await findProfile(shopper.id);
  return (
    <div className="flex max-w-lg flex-col gap-12">
      <section>
        <h1 className="mb-2 text-3xl">{t("yourDetails")}</h1>
        <p className="mb-6 text-muted">{profile.email}</p>
        <SimpleForm
          label={t("yourDetails")}
          action={saveDetails}
          fields={detailFields(profile, t)}
          submit={t("save")}
          pending={t("saving")}
        />
      </section>
      <section>
        <h2 className="mb-6 text-xl">{t("changePassword")}</h2>
        <SimpleForm
          label={t("changePassword")}
          action={changePassword}
          fields={[
            {
              name: "current",
              label: t("currentPassword"),
              type: "password",
              autoComplete: "current-password",
            },
            newPasswordField(t),
          ]}
          submit={t("save")}
          pending={t("saving")}
        />
      </section>
    </div>
  );
}

type Profile = Awaited<ReturnType<typeof findProfile>>;

function detailFields(profile: Profile, t: Translator<"account">): FormField[] {
  return [
    { name: "name", label: t("name"), autoComplete: "name", value: profile.name },
    {
      name: "phone",
      label: t("phone"),
      type: "tel",
      autoComplete: "tel",
      value: profile.phone,
      optional: t("optional"),
    },
    {
      name: "locale",
      label: t("language"),
      autoComplete: "language",
      value: localeOfTag(profile.locale),
      choices: locales.map((value) => ({ value, label: localeNames[value] })),
    },
  ];
}
