import type { NextRequest } from "next/server";
import { DomainError } from "@/lib/errors";
import { seeOther } from "@/lib/http/see-other";
import { finishCardSetup } from "@/lib/payments/wallet/setup";
import { currentShopper, walletOf } from "@/lib/shoppers/shopper";

/** Where a shopper lands after their bank. The address decides nothing: the payment provider is asked. */
export async function GET(request: NextRequest): Promise<Response> {
  const shopper = await currentShopper();
  if (shopper === null) return seeOther("/account/sign-in?next=/account/cards");
  const setupRef = request.nextUrl.searchParams.get("setup_intent") ?? "";
  if (!/^seti_\w{1,200}$/.test(setupRef)) return seeOther("/account/cards");
  try {
    const { is } = await finishCardSetup(walletOf(shopper), setupRef);
    return seeOther(`/account/cards?said=${is}`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Without an answer its event still brings the card.
    return seeOther(`/account/cards?said=${error.code === "gateway_down" ? "waiting" : "problem"}`);
  }
}
