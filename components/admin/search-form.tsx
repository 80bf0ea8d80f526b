import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/inputs";

type Props = { action: string; label: string; placeholder: string; value: string };

export function SearchForm({ action, label, placeholder, value }: Props) {
  return (
    <search>
      <Form action={action} aria-label={label} className="mb-5 flex gap-2.5">
        <Field name="search" label={label} hideLabel className="flex-1">
          {(control) => (
            <span className="relative block">
              <Icon
                name="search"
                className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-muted"
              />
              <Input
                key={value}
                {...control}
                type="search"
                defaultValue={value}
                placeholder={placeholder}
                className="pl-11"
              />
            </span>
          )}
        </Field>
        <Button type="submit" variant="secondary" className="min-h-12">
          Search
        </Button>
      </Form>
    </search>
  );
}
