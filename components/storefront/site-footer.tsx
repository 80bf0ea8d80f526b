import { Link, PlainLink } from "@/components/ui/link";
import type { Translator } from "@/lib/i18n/translator";
import { Mark } from "./logo";
import { shop } from "@/lib/shop";

type Props = { categories: { slug: string; name: string }[]; t: Translator<"shell"> };

const entry = "target inline-flex items-center underline-offset-4 hover:underline";

export function SiteFooter({ categories, t }: Props) {
  return (
    <footer data-print="no" className="mt-20 border-t border-line bg-sunken">
      <div className="page grid grid-cols-2 gap-10 py-12 md:grid-cols-[2fr_1fr_1fr]">
        <div className="col-span-2 max-w-md md:col-span-1">
          <Mark className="mb-4 size-12" />
          <p className="text-lg font-semibold">{t("promise")}</p>
          <p className="mt-2 text-muted">{t("aboutUs", { shop: shop.name })}</p>
        </div>
        <nav aria-labelledby="footer-shop">
          <h2 id="footer-shop" className="eyebrow mb-2 text-muted">
            {t("shop")}
          </h2>
          <ul>
            {categories.map(({ slug, name }) => (
              <li key={slug}>
                <Link href={`/products/category/${slug}`} className={entry}>
                  {name}
                </Link>
              </li>
            ))}
            <li>
              <Link href="/products" className={entry}>
                {t("everything")}
              </Link>
            </li>
          </ul>
        </nav>
        <About t={t} />
      </div>
      <p className="page py-6 text-sm text-muted">{t("demonstration", { shop: shop.name })}</p>
    </footer>
  );
}

function About({ t }: Pick<Props, "t">) {
  return (
    <nav aria-labelledby="footer-about">
      <h2 id="footer-about" className="eyebrow mb-2 text-muted">
        {t("quaySide")}
      </h2>
      <ul>
        <li>
          <Link href="/cart" className={entry}>
            {t("yourBag")}
          </Link>
        </li>
        <li>
          <Link href="/lookup" className={entry}>
            {t("findOrder")}
          </Link>
        </li>
        <li>
          {/* Another part of the site, with a layout of its own. */}
          <PlainLink href="/admin" className={entry}>
            {t("forCrew")}
          </PlainLink>
        </li>
      </ul>
    </nav>
  );
}
