import { Moment } from "@/components/admin/moment";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import type { FormAction } from "@/lib/http/form";
import { TillForm } from "./till-form";

type Props = {
  till: string;
  keys: { id: string; name: string; lastUsedAt: Date | null; revokedAt: Date | null }[];
  create: FormAction;
  revoke: FormAction;
};

/** What programs show to act for this till. A key is shown once, when it is made. */
export function KeyList({ till, keys, create, revoke }: Props) {
  const working = keys.filter(({ revokedAt }) => revokedAt === null);
  return (
    <>
      <ul className="mb-4 divide-y divide-line">
        {working.map(({ id, name, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 py-2">
            <span className="min-w-0 grow">
              <span className="block font-semibold">{name}</span>
              <span className="text-sm text-muted">
                {lastUsedAt === null ? (
                  "Never used"
                ) : (
                  <>
                    Last used <Moment at={lastUsedAt} />
                  </>
                )}
              </span>
            </span>
            <TillForm
              action={revoke}
              submit="Revoke"
              hidden={{ till, id }}
              variant="quiet"
              size="small"
            />
          </li>
        ))}
      </ul>
      <TillForm action={create} submit="Make a key" hidden={{ till }} variant="secondary">
        <Field name="name" id="key-name" label="Name of the key">
          {(control) => <Input {...control} required autoComplete="off" />}
        </Field>
      </TillForm>
    </>
  );
}
