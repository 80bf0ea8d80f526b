import { customerPath } from "@/lib/dialects/elastic-path/customer";
import { customerAddressJson } from "@/lib/dialects/elastic-path/json/customer";
import {
  findAddresses,
  requireAddress,
  requireCustomerRow,
} from "@/lib/dialects/elastic-path/queries/customers";
import {
  customerAddressRequest,
  keptAddress,
} from "@/lib/dialects/elastic-path/requests/customers";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";
import { saveAddress } from "@/lib/shoppers/operations/addresses";

export const GET = route(async (request, { params }: Context<"customerId">) => {
  const { customerId } = await customerPath(request, params);
  await requireCustomerRow(customerId);
  const addresses = await findAddresses(customerId);
  return Response.json({ data: addresses.map((one) => customerAddressJson(customerId, one)) });
});

export const POST = route(async (request, { params }: Context<"customerId">) => {
  const { customerId: shopperId } = await customerPath(request, params);
  await requireCustomerRow(shopperId);
  const { data } = await jsonBody(request, customerAddressRequest);
  const address = keptAddress(data);
  const { phone } = address;
  const id = await saveAddress({ shopperId, addressId: null, address, phone });
  const made = await requireAddress(shopperId, id);
  return Response.json({ data: customerAddressJson(shopperId, made) }, { status: 201 });
});

export const { PUT, PATCH, DELETE, OPTIONS } = others("GET", "POST");
