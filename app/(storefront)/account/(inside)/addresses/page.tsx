import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { addressLines } from "@/lib/shipping/address";
import { findOwnAddresses, type OwnAddressView } from "@/lib/shoppers/queries";
import { requireShopper } from "@/lib/shoppers/shopper";
import { makeDefault, remove } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("addresses") };
}

export default async function AddressesPage() {
  const [t, shopper] = await Promise.all([
    translations("account"),
    requireShopper("/account/addresses"),
  ]);
  const addresses = await findOwnAddresses(shopper.id);
  return (
    <>
      <h1 className="text-3xl">{t("addresses")}</h1>
      <p className="mt-3 mb-6 text-muted">{t("addressesText")}</p>
      {addresses.length === 0 && (
        <EmptyState
          title={t("noAddresses")}
          picture={<Icon name="box" className="size-12 text-muted" />}
        />
      )}
      <ul className="grid gap-4 sm:grid-cols-2">
        {addresses.map((own) => (
          <AddressCard key={own.id} own={own} t={t} />
        ))}
      </ul>
      <LinkButton href="/account/addresses/new" className="mt-6">
        <Icon name="plus" /> {t("addAddress")}
      </LinkButton>
    </>
  );
}

function AddressCard({ own, t }: { own: OwnAddressView; t: Translator<"account"> }) {
  const { id, address, phone, isDefault } = own;
  const [name = "", ...lines] = addressLines(address, t.tag);
  return (
    <li className="flex flex-col rounded-lg border border-line bg-surface p-5">
      <p className="flex flex-wrap gap-2 font-semibold">
        {name} {isDefault && <Badge tone="info">{t("standard")}</Badge>}
      </p>
      <p className="mb-4 flex-1 whitespace-pre-line text-muted">
        {[...lines, phone].filter(Boolean).join("\n")}
      </p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/account/addresses/${id}`} variant="secondary" size="small">
          {t("edit")} <span className="sr-only">: {name}</span>
        </LinkButton>
        {!isDefault && (
          <form action={makeDefault}>
            <input type="hidden" name="address" value={id} />
            <SubmitButton variant="secondary" size="small">
              {t("makeDefault")} <span className="sr-only">: {name}</span>
            </SubmitButton>
          </form>
        )}
        <form action={remove}>
          <input type="hidden" name="address" value={id} />
          <SubmitButton variant="danger" size="small">
            {t("remove")} <span className="sr-only">: {name}</span>
          </SubmitButton>
        </form>
      </div>
    </li>
  );
}
