import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Translator } from "@/lib/i18n/translator";
import { ChoiceMenu } from "./choice-menu";
import { Logo } from "./logo";
import { SearchForm } from "./search-form";
import { Menu, MenuButton } from "./site-menu";
import { shop } from "@/lib/shop";

type Props = {
  categories: { slug: string; name: string }[];
  cartCount: number;
  currency: string;
  /** With their names in the shopper's language. */
  currencies: readonly { value: string; label: string }[];
  languages: readonly { value: string; label: string; lang: string }[];
  /** One line above everything: what a shopper should know before they look. */
  notice: string | null;
  t: Translator<"shell">;
};

export function SiteHeader(props: Props) {
  const { categories, cartCount, currency, currencies, languages, notice, t } = props;
  return (
    <header data-print="no" className="border-b border-line bg-surface">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-solid px-4 py-3 font-semibold text-on-solid focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      <Notice text={notice} />
      <div className="page flex items-center gap-1 py-2 sm:gap-3 sm:py-3">
        <MenuButton t={t} />
        <Link
          href="/"
          aria-label={t("home", { shop: shop.name })}
          className="target mr-auto inline-flex shrink-0 items-center xl:mr-4"
        >
          <Logo />
        </Link>
        <CategoryNav categories={categories} t={t} />
        <SearchForm
          className="hidden min-w-28 shrink md:flex md:w-56 xl:w-40 2xl:w-48"
          id="search"
          t={t}
        />
        <div className="hidden sm:block">
          <ChoiceMenu
            label={t("language", { language: languageName(languages, t.locale) })}
            shown={t.locale.toUpperCase()}
            action="/language"
            name="locale"
            current={t.locale}
            choices={languages}
          />
        </div>
        <ChoiceMenu
          label={t("currency", { currency })}
          shown={currency}
          action="/currency"
          name="currency"
          current={currency}
          choices={currencies}
        />
        <AccountLink t={t} />
        <CartLink count={cartCount} t={t} />
      </div>
      <Menu categories={categories} languages={languages} t={t} />
    </header>
  );
}

function Notice({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <p className="bg-solid px-4 py-1.5 text-center text-xs font-semibold text-on-solid">{text}</p>
  );
}

function CategoryNav({ categories, t }: Pick<Props, "categories" | "t">) {
  return (
    <nav aria-label={t("categories")} className="mr-auto hidden xl:block">
      <ul className="flex">
        {categories.map(({ slug, name }) => (
          <li key={slug}>
            <Link
              href={`/products/category/${slug}`}
              className="target inline-flex items-center px-2 font-semibold whitespace-nowrap 2xl:px-3 underline-offset-8 hover:underline"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const languageName = (languages: Props["languages"], locale: string) =>
  languages.find(({ value }) => value === locale)?.label ?? locale;

/** The same for everybody: who is signed in is seen behind it, so pages can be kept for all. */
function AccountLink({ t }: Pick<Props, "t">) {
  return (
    <Link
      href="/account"
      aria-label={t("account")}
      className={cx(buttonClass({ variant: "quiet", size: "icon" }), "max-[22rem]:hidden")}
    >
      <Icon name="user" className="size-6" />
    </Link>
  );
}

function CartLink({ count, t }: { count: number; t: Props["t"] }) {
  return (
    <Link
      href="/cart"
      aria-label={count > 0 ? t("bagCount", { count }) : t("bagEmpty")}
      className={cx(buttonClass({ variant: "quiet", size: "icon" }), "relative -mr-2")}
    >
      <Icon name="bag" className="size-6" />
      {count > 0 && (
        <span className="absolute top-0.5 right-0 min-w-5 rounded-full bg-accent px-1 text-center text-xs leading-5 font-bold text-on-accent tabular-nums">
          {count}
        </span>
      )}
    </Link>
  );
}
