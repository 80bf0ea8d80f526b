import { buttonClass } from "@/components/ui/button";
import { Select } from "@/components/ui/inputs";

type Props = {
  countries: readonly { code: string; name: string }[];
  chosen: string;
  words: { label: string; show: string };
  action: (form: FormData) => Promise<void>;
};

/** Another country, another price: asked for before anybody has typed an address. */
export function EstimateForm({ countries, chosen, words, action }: Props) {
  return (
    <form action={action} className="mb-5">
      <label className="flex flex-col gap-1.5 text-sm font-semibold">
        {words.label}
        <span className="flex gap-2 font-normal">
          <Select key={chosen} name="country" defaultValue={chosen} className="min-w-0 flex-1">
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
          <button className={buttonClass({ variant: "secondary" })}>{words.show}</button>
        </span>
      </label>
    </form>
  );
}
