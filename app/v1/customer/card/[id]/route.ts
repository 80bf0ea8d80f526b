import { cardPath, cardsQuery } from "@/lib/dialects/card-present/requests";
import { getRoute, others } from "@/lib/dialects/card-present/route";
import { removeCustomerCard } from "@/lib/register/customers";

export const DELETE = getRoute(cardsQuery, cardPath, async (query, { id }, { account }) => {
  await removeCustomerCard(account, query.external_customer_id, id);
  return { card_id: id, deleted: true };
});

export const { GET, POST, PUT, PATCH, OPTIONS } = others("DELETE");
