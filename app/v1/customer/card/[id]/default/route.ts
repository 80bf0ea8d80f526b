import { cardListJson } from "@/lib/dialects/card-present/json";
import { cardPath, defaultCardRequest } from "@/lib/dialects/card-present/requests";
import { others, postPathRoute } from "@/lib/dialects/card-present/route";
import { cardsOf, chooseCustomerCard } from "@/lib/register/customers";

export const POST = postPathRoute(
  defaultCardRequest,
  cardPath,
  async (body, { id }, { account }) => {
    const { external_customer_id: customer } = body;
    await chooseCustomerCard(account, customer, id);
    return cardListJson(await cardsOf(account, customer), customer);
  },
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others("POST");
