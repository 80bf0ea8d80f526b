import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/lib/i18n/translator";

type SearchFormProps = { id: string; className?: string; q?: string; t: Translator<"shell"> };

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
