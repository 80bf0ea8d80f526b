import type { Metadata } from "next";
import { AddressForm } from "@/components/account/address-form";
import { LinkButton } from "@/components/ui/button";
import { countryList } from "@/lib/checkout/country-list";
import { formWords } from "@/lib/checkout/form-words";
import { translations } from "@/lib/i18n/request";
import { addressSchema } from "@/lib/shipping/address";
import { findOwnAddresses } from "@/lib/shoppers/queries";
import { requireShopper } from "@/lib/shoppers/shopper";
import { save } from "../actions";
import { Nowhere } from "../../../../nowhere";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("addresses") };
}

type Props = PageProps<"/account/addresses/[addressId]">;

export default async function AddressPage({ params }: Props) {
  const { addressId } = await params;
  const [t, words, shopper] = await Promise.all([
    translations("account"),
    translations("checkout"),
    requireShopper("/account/addresses"),
  ]);
  const isNew = addressId === "new";
  const known = (await findOwnAddresses(shopper.id)).find(({ id }) => id === addressId);
  if (!isNew && !known) return <Nowhere />;
  const title = isNew ? t("addAddress") : t("editAddress");
  const empty = addressSchema.parse({ name: shopper.name, country: homes[t.locale] });
  return (
    <div className="max-w-lg">
      <h1 className="mb-6 text-3xl">{title}</h1>
      <AddressForm
        action={save.bind(null, known?.id ?? null)}
        address={known?.address ?? empty}
        phone={known?.phone ?? ""}
        countries={countryList(t.tag)}
        words={formWords(words)}
        labels={{ form: title, save: t("save"), saving: t("saving") }}
      />
      <LinkButton href="/account/addresses" variant="quiet" className="mt-4 -ml-5">
        {t("back")}
      </LinkButton>
    </div>
  );
}

/** A first guess that is one choice away from the truth. */
const homes = { en: "US", de: "DE", fr: "FR", es: "ES", ja: "JP" } as const;
