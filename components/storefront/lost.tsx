import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Img } from "@/components/ui/img";
import type { Translator } from "@/lib/i18n/translator";

/** Nothing is at this address. */
export function Lost({ t }: { t: Translator<"home"> }) {
  return (
    <EmptyState
      as="h1"
      title={t("lostTitle")}
      picture={
        <Img
          src="/products/storm-lantern-ink.svg"
          alt=""
          width={800}
          height={1000}
          loading="eager"
          className="size-56 rounded-full object-cover object-[50%_80%]"
        />
      }
      actions={
        <>
          <LinkButton href="/products">{t("seeEverything")}</LinkButton>
          <LinkButton href="/" variant="secondary">
            {t("backToStart")}
          </LinkButton>
        </>
      }
    >
      <p>{t("lostText")}</p>
    </EmptyState>
  );
}
