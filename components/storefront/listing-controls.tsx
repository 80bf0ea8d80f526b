import { Button } from "@/components/ui/button";
import { Chips, type Chip } from "@/components/ui/chips";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { Translator } from "@/lib/i18n/translator";

type Props = {
  rooms: Chip[];
  /** The address without a query; the form asks it. */
  path: string;
  q: string;
  inStock: boolean;
  colour: string | null;
  colours: { value: string; label: string }[];
  sort: string;
  sortings: { value: string; label: string }[];
  t: Translator<"catalog">;
};

/** Which room, what is in stock, in which order. A plain form: every state of the list is an address. */
export function ListingControls(props: Props) {
  const { rooms, path, q, inStock, colour, colours, sort, sortings, t } = props;
  return (
    <div className="mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line pb-5">
      <Chips label={t("rooms")} chips={rooms} className="max-w-[100vw]" />
      <form action={path} className="flex w-full flex-wrap items-center gap-3 sm:w-auto">
        {q && <input type="hidden" name="q" value={q} />}
        <label className="target flex cursor-pointer items-center gap-2.5 text-sm font-semibold">
          <input
            type="checkbox"
            name="stock"
            value="in"
            key={String(inStock)}
            defaultChecked={inStock}
            className="size-5 accent-accent"
          />
          {t("inStockOnly")}
        </label>
        <Choice
          name="colour"
          label={t("colour")}
          chosen={colour ?? ""}
          choices={[{ value: "", label: t("anyColour") }, ...colours]}
        />
        <Choice name="sort" label={t("order")} chosen={sort} choices={sortings} />
        <Button type="submit" variant="secondary" size="small">
          {t("apply")}
        </Button>
      </form>
    </div>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string;
  choices: { value: string; label: string }[];
};

function Choice({ name, label, chosen, choices }: ChoiceProps) {
  return (
    <Field name={name} label={label} hideLabel className="min-w-36 flex-1 sm:flex-none">
      {(control) => (
        // A select keeps what was chosen before unless it is told apart by it.
        <Select key={chosen} defaultValue={chosen} {...control}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
