import type { Metadata } from "next";
import { SimpleForm } from "@/components/account/simple-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { translations } from "@/lib/i18n/request";
import { lookUpOrder } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("order");
  return { title: t("lookup"), robots: { index: false } };
}

/** For guests who have lost their mail. What it answers is the same whatever is true. */
export default async function LookupPage({ searchParams }: PageProps<"/lookup">) {
  const [t, { sent }] = await Promise.all([translations("order"), searchParams]);
  if (sent === "1") {
    return (
      <EmptyState as="h1" title={t("lookupSentTitle")}>
        <p>{t("lookupSent")}</p>
      </EmptyState>
    );
  }
  return (
    <div className="page max-w-lg py-10 sm:py-16">
      <h1 className="text-3xl">{t("lookup")}</h1>
      <p className="mt-3 mb-8 text-muted">{t("lookupText")}</p>
      <SimpleForm
        label={t("lookup")}
        action={lookUpOrder}
        fields={[
          {
            name: "number",
            label: t("lookupNumber"),
            hint: t("lookupHint"),
            autoComplete: "off",
            inputMode: "numeric",
            maxLength: 20,
          },
          { name: "email", label: t("lookupEmail"), type: "email", autoComplete: "email" },
        ]}
        submit={t("lookupSend")}
        pending={t("sending")}
      />
      <p className="mt-8 text-muted">
        {t("lookupSignedIn")}{" "}
        <Link href="/account" className="text-ink underline underline-offset-4">
          {t("signIn")}
        </Link>
      </p>
    </div>
  );
}
