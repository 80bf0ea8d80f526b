import { Img } from "@/components/ui/img";
import { Link } from "@/components/ui/link";
import type { CategoryView } from "@/lib/catalog/views";

/** Five pictures of five rooms; the first two are wide. */
export function CategoryTiles({ categories }: { categories: CategoryView[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-6 lg:gap-6">
      {categories.map(({ slug, name, tagline, imageUrl }, i) => (
        <li
          key={slug}
          className={
            i < 2
              ? "group relative lg:col-span-3"
              : "group relative lg:col-span-2 last:sm:max-lg:col-span-2"
          }
        >
          <div className="overflow-clip rounded-lg bg-sunken">
            {imageUrl && (
              <Img
                src={imageUrl}
                alt=""
                width={800}
                height={533}
                className="aspect-3/2 w-full object-cover transition-transform duration-500 group-hover:scale-[1.03]"
              />
            )}
          </div>
          <h3 className="mt-3 text-lg">
            <Link
              href={`/products/category/${slug}`}
              className="underline-offset-4 group-hover:underline after:absolute after:inset-0"
            >
              {name}
            </Link>
          </h3>
          <p className="text-muted">{tagline}</p>
        </li>
      ))}
    </ul>
  );
}
