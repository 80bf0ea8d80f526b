import { buttonClass } from "./button";
import { Icon } from "./icon";
import { Link } from "./link";

type Props = {
  page: number;
  pages: number;
  /** The address of a page, from 1. */
  hrefOf: (page: number) => string;
  words: { navigation: string; previous: string; next: string; position: string };
};

export function Pagination({ page, pages, hrefOf, words }: Props) {
  if (pages <= 1) return null;
  const look = buttonClass({ variant: "secondary", size: "small" });
  return (
    <nav aria-label={words.navigation} className="mt-6 flex items-center justify-between gap-4">
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} rel="prev" className={look}>
          <Icon name="arrowLeft" /> {words.previous}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-sm text-muted">{words.position}</span>
      {page < pages ? (
        <Link href={hrefOf(page + 1)} rel="next" className={look}>
          {words.next} <Icon name="arrowRight" />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
