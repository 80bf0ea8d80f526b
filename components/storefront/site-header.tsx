import { Button, buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Link, PlainLink } from "@/components/ui/link";
import type { Translator } from "@/lib/i18n/translator";
import { ChoiceMenu } from "./choice-menu";
import { Logo } from "./logo";
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

/** The browser opens and closes the menu: no script of ours is needed. */
function MenuButton({ t }: Pick<Props, "t">) {
  return (
    <Button variant="quiet" size="icon" popoverTarget="menu" className="-ml-2 xl:hidden">
      <Icon name="menu" className="size-6" label={t("menu")} />
    </Button>
  );
}

function Menu({ categories, languages, t }: Pick<Props, "categories" | "languages" | "t">) {
  const entry =
    "flex min-h-13 items-center justify-between border-b border-line text-lg font-semibold";
  return (
    <div
      id="menu"
      popover="auto"
      className="fixed inset-0 m-0 h-dvh max-h-none w-[min(24rem,100vw)] overflow-y-auto bg-surface p-5 text-ink shadow-floating backdrop:bg-[rgb(0_12_20/0.5)]"
    >
      <div className="mb-3 flex items-center justify-between">
        <Logo />
        <Button variant="quiet" size="icon" popoverTarget="menu" popoverTargetAction="hide">
          <Icon name="close" className="size-6" label={t("closeMenu")} />
        </Button>
      </div>
      <SearchForm id="menu-search" className="mb-3 flex" t={t} />
      {/* Plain links: a navigation without a page load would leave the menu open. */}
      <nav aria-label={t("menu")}>
        <ul>
          {categories.map(({ slug, name }) => (
            <li key={slug}>
              <PlainLink href={`/products/category/${slug}`} className={entry}>
                {name} <Icon name="chevronRight" className="text-muted" />
              </PlainLink>
            </li>
          ))}
          <li>
            <PlainLink href="/products" className={entry}>
              {t("everything")} <Icon name="chevronRight" className="text-muted" />
            </PlainLink>
          </li>
        </ul>
      </nav>
      <LanguageList languages={languages} current={t.locale} />
    </div>
  );
}

/** On a phone the languages stand in the menu. */
function LanguageList({ languages, current }: Pick<Props, "languages"> & { current: string }) {
  return (
    <form action="/language" method="post" className="mt-6 flex flex-wrap gap-2 sm:hidden">
      {languages.map(({ value, label, lang }) => (
        <button
          key={value}
          name="locale"
          value={value}
          lang={lang}
          aria-current={value === current ? "true" : undefined}
          className="target rounded-full border border-line px-4 text-sm hover:bg-sunken aria-current:border-ink aria-current:font-semibold"
        >
          {label}
        </button>
      ))}
    </form>
  );
}

type SearchFormProps = { id: string; className?: string; q?: string; t: Props["t"] };

export function SearchForm({ id, className, q, t }: SearchFormProps) {
  return (
    <search className={cx("relative", className)}>
      <form action="/products" className="flex w-full">
        <label htmlFor={id} className="sr-only">
          {t("searchShop")}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={q}
          placeholder={t("search")}
          className="min-h-11 w-full rounded-full border border-line-strong bg-surface pr-12 pl-4 text-base placeholder:text-muted hover:border-ink"
        />
        <button
          type="submit"
          className="target absolute right-0 inline-flex items-center justify-center rounded-full text-muted hover:text-ink"
        >
          <Icon name="search" label={t("search")} />
        </button>
      </form>
    </search>
  );
}

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
