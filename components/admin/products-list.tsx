import { Badge, StatusBadge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";

type Item = {
  id: string;
  title: string;
  status: "draft" | "live";
  category: string;
  imageUrl: string | null;
  variants: number;
  available: number | null;
  soldOut: number;
  runningOut: number;
};

export function ProductsList({ products }: { products: Item[] }) {
  return (
    <ul
      aria-label="Products"
      className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
    >
      {products.map((product) => (
        <li
          key={product.id}
          className="relative flex items-center gap-4 px-4 py-3 hover:bg-paper sm:px-5"
        >
          <span className="size-12 shrink-0 overflow-hidden rounded-md bg-sunken">
            {product.imageUrl && (
              // Our own drawings: there is nothing to optimise.
              // oxlint-disable-next-line nextjs/no-img-element
              <img
                src={product.imageUrl}
                alt=""
                width={48}
                height={48}
                className="size-full object-cover"
              />
            )}
          </span>
          <div className="min-w-0 flex-1">
            <Link
              href={`/admin/products/${product.id}`}
              className="font-semibold after:absolute after:inset-0"
            >
              {product.title}
            </Link>
            <p className="truncate text-sm text-muted">
              {product.category} ·{" "}
              {product.variants === 1 ? "1 variant" : `${product.variants} variants`}
            </p>
          </div>
          <div className="flex flex-wrap justify-end gap-x-3 gap-y-1">
            <Stock product={product} />
            {product.status === "draft" && <Badge>Draft</Badge>}
          </div>
          <p className="hidden min-w-24 text-right text-sm text-muted tabular-nums sm:block">
            {product.available === null ? "Not counted" : `${product.available} to sell`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Stock({ product: { soldOut, runningOut, variants } }: { product: Item }) {
  if (soldOut > 0) {
    return (
      <StatusBadge tone="bad">
        {soldOut === variants ? "Sold out" : `${soldOut} sold out`}
      </StatusBadge>
    );
  }
  if (runningOut > 0) return <StatusBadge tone="warn">Running out</StatusBadge>;
  return null;
}
