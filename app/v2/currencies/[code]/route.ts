import { shopCurrencies } from "@/lib/money/currency";
import { DomainError } from "@/lib/errors";
import { requireShopper } from "@/lib/dialects/elastic-path/auth";
import { currencyJson } from "@/lib/dialects/elastic-path/json/catalog";
import { others, route, type Context } from "@/lib/dialects/elastic-path/route";

export const GET = route(async (request, { params }: Context<"code">) => {
  await requireShopper(request);
  const asked = (await params).code;
  const code = shopCurrencies.find((one) => one === asked);
  if (code === undefined) throw new DomainError("not_found", "Currency not found");
  return Response.json({ data: currencyJson(code) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others("GET");
