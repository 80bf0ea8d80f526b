import { ChoiceGroup, RadioCard } from "@/components/ui/choices";

export type RateOption = {
  code: string;
  name: string;
  description: string;
  /** "Arrives Mon, Nov 23" */
  delivery: string;
  price: string;
};

type Props = { rates: RateOption[]; chosen: string; legend: string; showLegend?: boolean };

/** How a parcel can be sent, each with its day and its price. */
export function RateChoices({ rates, chosen, legend, showLegend = false }: Props) {
  return (
    <ChoiceGroup legend={legend} hideLegend={!showLegend}>
      {rates.map(({ code, name, description, delivery, price }) => (
        <RadioCard
          key={code}
          name="rateCode"
          value={code}
          defaultChecked={code === chosen}
          title={name}
          hint={
            <>
              {delivery}
              {description && <span className="block">{description}</span>}
            </>
          }
          aside={price}
        />
      ))}
    </ChoiceGroup>
  );
}
