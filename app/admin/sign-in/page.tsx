import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "@/components/admin/door";
import { SignInForm } from "@/components/admin/sign-in-form";
import { Alert } from "@/components/ui/alert";
import { currentMerchant } from "@/lib/auth/merchant";
import { safeNext } from "@/lib/auth/safe-next";
import { env } from "@/lib/env";
import { shop } from "@/lib/shop";
import { signInToAdmin } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/admin/sign-in">) {
  const { next } = await searchParams;
  const target = safeNext(typeof next === "string" ? next : undefined);
  if ((await currentMerchant()) !== null) redirect(target);
  return (
    <Door shop={shop.name} title="Sign in" lead="For the people who run the shop.">
      <SignInForm next={target} action={signInToAdmin} />
      {env().demo && (
        <Alert className="mt-6 text-sm" title="This is a demo">
          <p>
            <span className="font-mono break-all">merchant@tender.test</span>
            <br />
            <span className="font-mono">tender-sandbox</span>
          </p>
        </Alert>
      )}
    </Door>
  );
}
