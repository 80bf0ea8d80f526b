import type { Metadata } from "next";
import { Door } from "@/components/admin/door";
import { SetupForm } from "@/components/admin/setup-form";
import { LinkButton } from "@/components/ui/button";
import { shop } from "@/lib/shop";
import { isSetupLinkOpen } from "@/lib/merchants/setup-link";
import { setUpAdmin } from "./actions";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

export default async function SetupPage({ searchParams }: PageProps<"/admin/setup">) {
  const { token } = await searchParams;
  if (typeof token !== "string" || !(await isSetupLinkOpen(token))) return <Closed />;
  return (
    <Door shop={shop.name} title="Welcome aboard" lead="Make the first account of this shop.">
      <SetupForm token={token} action={setUpAdmin} />
    </Door>
  );
}

function Closed() {
  return (
    <Door
      shop={shop.name}
      title="This link no longer works"
      lead="It was used, or it is older than a day. While there is no account, each start of the store prints a new one."
    >
      <LinkButton href="/admin/sign-in" variant="secondary" wide>
        Go to sign-in
      </LinkButton>
    </Door>
  );
}
