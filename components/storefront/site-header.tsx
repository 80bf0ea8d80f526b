import { Button, buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Link, PlainLink } from "@/components/ui/link";
import { CurrencyChoice } from "./currency-choice";
import { Logo } from "./logo";
import { shop } from "./shop";

type Props = {
  categories: { slug: string; name: string }[];
  cartCount: number;
  currency: string;
  currencies: readonly string[];
  /** One line above everything: what a shopper should know before they look. */
  notice: string | null;
};

export function SiteHeader({ categories, cartCount, currency, currencies, notice }: Props) {
  return (
    <header data-print="no" className="border-b border-line bg-surface">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-solid px-4 py-3 font-semibold text-on-solid focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      {notice && (
        <p className="bg-solid px-4 py-1.5 text-center text-xs font-semibold text-on-solid">
          {notice}
        </p>
      )}
      <div className="page flex items-center gap-1 py-2 sm:gap-3 sm:py-3">
        <MenuButton />
        <Link
          href="/"
          aria-label={`${shop.name}, home`}
          className="target mr-auto inline-flex items-center lg:mr-4"
        >
          <Logo />
        </Link>
        <nav aria-label="Categories" className="mr-auto hidden lg:block">
          <ul className="flex">
            {categories.map(({ slug, name }) => (
              <li key={slug}>
                <Link
                  href={`/products/category/${slug}`}
                  className="target inline-flex items-center px-3 font-semibold whitespace-nowrap underline-offset-8 hover:underline"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <SearchForm className="hidden md:flex" id="search" />
        <CurrencyChoice currency={currency} currencies={currencies} />
        <CartLink count={cartCount} />
      </div>
      <Menu categories={categories} />
    </header>
  );
}

/** The browser opens and closes the menu: no script of ours is needed. */
function MenuButton() {
  return (
    <Button variant="quiet" size="icon" popoverTarget="menu" className="-ml-2 lg:hidden">
      <Icon name="menu" className="size-6" label="Menu" />
    </Button>
  );
}

function Menu({ categories }: Pick<Props, "categories">) {
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
          <Icon name="close" className="size-6" label="Close the menu" />
        </Button>
      </div>
      <SearchForm id="menu-search" className="mb-3 flex" />
      {/* Plain links: a navigation without a page load would leave the menu open. */}
      <nav aria-label="Menu">
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
              Everything <Icon name="chevronRight" className="text-muted" />
            </PlainLink>
          </li>
        </ul>
      </nav>
    </div>
  );
}

export function SearchForm({ id, className, q }: { id: string; className?: string; q?: string }) {
  return (
    <search className={cx("relative", className)}>
      <form action="/products" className="flex w-full">
        <label htmlFor={id} className="sr-only">
          Search the shop
        </label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={q}
          placeholder="Search"
          className="min-h-11 w-full rounded-full border border-line-strong bg-surface pr-12 pl-4 text-base placeholder:text-muted hover:border-ink md:w-40 xl:w-48"
        />
        <button
          type="submit"
          className="target absolute right-0 inline-flex items-center justify-center rounded-full text-muted hover:text-ink"
        >
          <Icon name="search" label="Search" />
        </button>
      </form>
    </search>
  );
}

function CartLink({ count }: { count: number }) {
  const things = count === 1 ? "1 thing" : `${count} things`;
  return (
    <Link
      href="/cart"
      aria-label={count > 0 ? `Bag, ${things}` : "Bag, empty"}
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
