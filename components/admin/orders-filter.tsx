import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input, Select } from "@/components/ui/inputs";
import { paymentStatuses } from "./words";

const choices = { "": { label: "Any payment" }, ...paymentStatuses };

type Props = { search: string; status: string; payment: string };

/** A search that is an address: it can be shared, and works without JavaScript. */
export function OrdersFilter({ search, status, payment }: Props) {
  return (
    <search>
      <Form
        action="/admin/orders"
        aria-label="Search orders"
        className="mb-4 flex flex-wrap items-end gap-2.5"
      >
        {status && <input type="hidden" name="status" value={status} />}
        <Field name="search" label="Search orders" hideLabel className="min-w-56 flex-1">
          {(control) => (
            <span className="relative block">
              <Icon
                name="search"
                className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-muted"
              />
              <Input
                key={search}
                {...control}
                type="search"
                defaultValue={search}
                placeholder="Number, e-mail, name or reference"
                className="pl-11"
              />
            </span>
          )}
        </Field>
        <Field name="payment" label="Payment" hideLabel className="w-full sm:w-52">
          {(control) => (
            <Select key={payment} {...control} defaultValue={payment}>
              {Object.entries(choices).map(([value, { label }]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" variant="secondary" className="min-h-12 max-sm:w-full">
          Search
        </Button>
      </Form>
    </search>
  );
}
