import { Link, PlainLink } from "@/components/ui/link";
import { Mark } from "./logo";
import { shop } from "./shop";

type Props = { categories: { slug: string; name: string }[] };

const entry = "target inline-flex items-center underline-offset-4 hover:underline";

export function SiteFooter({ categories }: Props) {
  return (
    <footer data-print="no" className="mt-20 border-t border-line bg-sunken">
      <div className="page grid grid-cols-2 gap-10 py-12 md:grid-cols-[2fr_1fr_1fr]">
        <div className="col-span-2 max-w-md md:col-span-1">
          <Mark className="mb-4 size-12" />
          <p className="text-lg font-semibold">{shop.promise}</p>
          <p className="mt-2 text-muted">
            {shop.name} is three people, one van and a shed on a quay. We sell few things, use all
            of them ourselves, and mend what we can.
          </p>
        </div>
        <nav aria-label="Shop">
          <h2 className="eyebrow mb-2 text-muted">Shop</h2>
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
                Everything
              </Link>
            </li>
          </ul>
        </nav>
        <nav aria-label="About">
          <h2 className="eyebrow mb-2 text-muted">Quay side</h2>
          <ul>
            <li>
              <Link href="/cart" className={entry}>
                Your bag
              </Link>
            </li>
            <li>
              {/* Another part of the site, with a layout of its own. */}
              <PlainLink href="/admin" className={entry}>
                For the crew
              </PlainLink>
            </li>
          </ul>
        </nav>
      </div>
      <p className="page py-6 text-sm text-muted">
        {shop.name} is the demonstration shop of Tender. Nothing in it is really sent.
      </p>
    </footer>
  );
}
