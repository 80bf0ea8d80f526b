import type { Metadata } from "next";
import { PageHeader } from "@/components/admin/page-header";
import { TillForm } from "@/components/admin/register/till-form";
import { TillSettings } from "@/components/admin/register/till-settings";
import { KeyList } from "@/components/admin/register/key-list";
import { ReaderList } from "@/components/admin/register/reader-list";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/inputs";
import { requireMerchant } from "@/lib/auth/merchant";
import { countryList } from "@/lib/checkout/country-list";
import { env } from "@/lib/env";
import { shopCurrencies } from "@/lib/money/currency";
import { listRegisterKeys } from "@/lib/register/keys";
import { isWithoutPlace, readAccount, readersOf } from "../read-till";
import { RegisterNav } from "../register-nav";
import { addReader, changeTill, createKey, createTill, dropReader, revokeKey } from "./actions";

export const metadata: Metadata = { title: "Register settings" };

type Props = PageProps<"/admin/register/settings">;

export default async function RegisterSettingsPage({ searchParams }: Props) {
  await requireMerchant("/admin/register/settings");
  const account = await readAccount(await searchParams);
  if (account === null) return <FirstTill />;
  const [keys, readers, asksPlace] = await Promise.all([
    listRegisterKeys(account.id),
    readersOf(account),
    isWithoutPlace(account),
  ]);
  const { externalId: till, name, settings } = account;
  const countries = countryList("en-US");
  const isSandbox = env().stripe.mode === "sandbox";
  return (
    <>
      <h1 className="mb-4 text-2xl">{name}</h1>
      <RegisterNav account={account} current="settings" />
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2 lg:items-start">
        <Card aria-labelledby="till">
          <CardHeader id="till" title="Till" />
          <TillForm action={changeTill} submit="Save" hidden={{ till }}>
            <TillSettings {...{ name, settings, readers, countries }} />
          </TillForm>
        </Card>
        <Card aria-labelledby="readers">
          <CardHeader id="readers" title="Readers that the server asks" />
          <ReaderList
            till={till}
            readers={readers}
            isSandbox={isSandbox}
            placeCountries={asksPlace ? countries : null}
            add={addReader}
            drop={dropReader}
          />
        </Card>
        <Card aria-labelledby="keys">
          <CardHeader id="keys" title="Keys for programs" />
          <KeyList till={till} keys={keys} create={createKey} revoke={revokeKey} />
        </Card>
        <Card aria-labelledby="another">
          <CardHeader id="another" title="Another till" />
          <NewTill />
        </Card>
      </div>
    </>
  );
}

function FirstTill() {
  return (
    <>
      <PageHeader title="Register" lead="Sell in person: the first till is a form away." />
      <Card className="max-w-xl">
        <NewTill />
      </Card>
    </>
  );
}

function NewTill() {
  return (
    <TillForm action={createTill} submit="Make the till">
      <Field name="name" id="new-name" label="Name">
        {(control) => <Input {...control} required placeholder="Counter by the door" />}
      </Field>
      <Field name="externalId" label="Id for programs" hint="They send it as external_account_id.">
        {(control) => <Input {...control} required placeholder="counter-1" />}
      </Field>
      <Field name="currency" label="Currency">
        {(control) => (
          <Select {...control}>
            {shopCurrencies.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </Select>
        )}
      </Field>
    </TillForm>
  );
}
