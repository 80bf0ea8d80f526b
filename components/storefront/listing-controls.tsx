import { Button } from "@/components/ui/button";
import { Chips, type Chip } from "@/components/ui/chips";
import { Select } from "@/components/ui/inputs";

type Props = {
  rooms: Chip[];
  /** The address without a query; the form asks it. */
  path: string;
  q: string;
  inStock: boolean;
  sort: string;
  sortings: { value: string; label: string }[];
};

/** Which room, what is in stock, in which order. A plain form: every state of the list is an address. */
export function ListingControls({ rooms, path, q, inStock, sort, sortings }: Props) {
  return (
    <div className="mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line pb-5">
      <Chips label="Rooms" chips={rooms} className="max-w-[100vw]" />
      <form action={path} className="flex w-full flex-wrap items-center gap-3 sm:w-auto">
        {q && <input type="hidden" name="q" value={q} />}
        <label className="target flex cursor-pointer items-center gap-2.5 text-sm font-semibold">
          <input
            type="checkbox"
            name="stock"
            value="in"
            defaultChecked={inStock}
            className="size-5 accent-accent"
          />
          In stock only
        </label>
        <label htmlFor="sort" className="sr-only">
          Order
        </label>
        <Select id="sort" name="sort" defaultValue={sort} className="w-36 flex-1 sm:w-44">
          {sortings.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <Button type="submit" variant="secondary" size="small">
          Apply
        </Button>
      </form>
    </div>
  );
}
