import { Img } from "@/components/ui/img";
import { cx } from "@/components/ui/cx";
import type { Picture } from "@/lib/catalog/views";

type Props = {
  pictures: Picture[];
  /** The picture of the chosen variant; it comes first. */
  firstUrl: string | null;
  label: string;
};

/** A strip to swipe on a phone, and on a desk the first picture large with the others below it. */
export function ProductGallery({ pictures, firstUrl, label }: Props) {
  const ordered = pictures.toSorted((a, b) => rank(b, firstUrl) - rank(a, firstUrl));
  return (
    <ul
      // Another variant is another strip: it begins at its own first picture.
      key={firstUrl}
      aria-label={label}
      // It scrolls on a phone, so a keyboard has to reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="-mx-4 flex snap-x snap-mandatory gap-3 overflow-x-auto px-4 py-1 md:mx-0 md:grid md:grid-cols-3 md:px-0"
    >
      {ordered.map(({ url, alt }, i) => (
        <li
          key={url}
          className={cx("w-[86%] shrink-0 snap-center md:w-auto", i === 0 && "md:col-span-3")}
        >
          <Img
            src={url}
            alt={alt}
            width={800}
            height={1000}
            loading={i === 0 ? "eager" : "lazy"}
            fetchPriority={i === 0 ? "high" : "auto"}
            className="aspect-4/5 w-full rounded-lg object-cover"
          />
        </li>
      ))}
    </ul>
  );
}

const rank = ({ url }: Picture, firstUrl: string | null) => (url === firstUrl ? 1 : 0);
