import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PlainLink } from "@/components/ui/link";
import type { Translator } from "@/lib/i18n/translator";
import { Logo } from "./logo";
import { SearchForm } from "./search-form";

type Props = {
  categories: { slug: string; name: string }[];
  languages: readonly { value: string; label: string; lang: string }[];
  t: Translator<"shell">;
};

/** The browser opens and closes the menu: no script of ours is needed. */
export function MenuButton({ t }: Pick<Props, "t">) {
  return (
    <Button variant="quiet" size="icon" popoverTarget="menu" className="-ml-2 xl:hidden">
      <Icon name="menu" className="size-6" label={t("menu")} />
    </Button>
  );
}

export function Menu({ categories, languages, t }: Props) {
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
