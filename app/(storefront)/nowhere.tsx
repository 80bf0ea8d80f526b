import { Lost } from "@/components/storefront/lost";
import { notHere } from "@/lib/http/not-here";
import { translations } from "@/lib/i18n/request";

/** In the place of a page whose product, category or order there is not. */
export async function Nowhere() {
  return (
    <>
      <meta {...notHere} />
      <Lost t={await translations("home")} />
    </>
  );
}

/** What belongs into such a page's head. */
export async function nowhereMetadata() {
  const t = await translations("home");
  return { title: t("lostTitle"), robots: { index: false } };
}
