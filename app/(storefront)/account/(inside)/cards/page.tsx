import type { Metadata } from "next";
import { CardList } from "@/components/account/card-list";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { brandName } from "@/lib/orders/paid-with";
import { listCards } from "@/lib/payments/wallet/cards";
import type { SavedCard } from "@/lib/payments/wallet/views";
import { requireShopper, walletOf } from "@/lib/shoppers/shopper";
import { makeDefault, openPortal, remove } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("cards") };
}

const said = {
  kept: { key: "cardKept", tone: "good" },
  waiting: { key: "cardWaiting", tone: "info" },
  failed: { key: "cardFailed", tone: "bad" },
  removed: { key: "cardRemoved", tone: "good" },
  problem: { key: "failed", tone: "bad" },
} as const;

const isSaid = (value: unknown): value is keyof typeof said =>
  typeof value === "string" && value in said;

export default async function CardsPage({ searchParams }: PageProps<"/account/cards">) {
  const [t, query, shopper] = await Promise.all([
    translations("account"),
    searchParams,
    requireShopper("/account/cards"),
  ]);
  const cards = await listCards(walletOf(shopper));
  const note = isSaid(query.said) ? said[query.said] : null;
  return (
    <>
      <h1 className="text-3xl">{t("cards")}</h1>
      <p className="mt-3 mb-6 max-w-prose text-muted">{t("cardsText")}</p>
      {note && <Alert tone={note.tone} title={t(note.key)} className="mb-6" />}
      {cards.length > 0 ? (
        <CardList
          cards={cards.map((card) => rowOf(card, t))}
          words={{
            standard: t("standard"),
            makeDefault: t("makeDefault"),
            remove: t("remove"),
            expired: t("expired"),
          }}
          makeDefault={makeDefault}
          remove={remove}
        />
      ) : (
        <EmptyState
          title={t("noCards")}
          picture={<Icon name="card" className="size-12 text-muted" />}
        />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton href="/account/cards/add">
          <Icon name="plus" /> {t("addCard")}
        </LinkButton>
        <form action={openPortal}>
          <SubmitButton variant="secondary">
            {t("portal")} <Icon name="external" />
          </SubmitButton>
        </form>
      </div>
    </>
  );
}

function rowOf(card: SavedCard, t: Translator<"account">) {
  const { id, brand, last4, expMonth, expYear, isDefault } = card;
  const month = String(expMonth).padStart(2, "0");
  return {
    id,
    name: t("ending", { brand: brandName(brand), last4 }),
    expires: t("expires", { month, year: String(expYear) }),
    // A card is good until its month is over.
    isExpired: Date.UTC(expYear, expMonth, 1) <= Date.now(),
    isDefault,
  };
}
