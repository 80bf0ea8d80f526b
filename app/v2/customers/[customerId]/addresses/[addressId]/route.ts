import { customerPath } from "@/lib/dialects/elastic-path/customer";
import { customerAddressJson } from "@/lib/dialects/elastic-path/json/customer";
import { requireAddress } from "@/lib/dialects/elastic-path/queries/customers";
import {
  changeAddressRequest,
  changedAddress,
} from "@/lib/dialects/elastic-path/requests/customers";
import { jsonBody, others, route, type Context } from "@/lib/dialects/elastic-path/route";
import { removeAddress, saveAddress } from "@/lib/shoppers/operations/addresses";

type Path = Context<"customerId" | "addressId">;

export const GET = route(async (request, { params }: Path) => {
  const { customerId } = await customerPath(request, params);
  const address = await requireAddress(customerId, (await params).addressId);
  return Response.json({ data: customerAddressJson(customerId, address) });
});

export const PUT = route(async (request, { params }: Path) => {
  const { customerId: shopperId } = await customerPath(request, params);
  const { data } = await jsonBody(request, changeAddressRequest);
  const { id: addressId, kept } = await requireAddress(shopperId, (await params).addressId);
  const address = changedAddress(kept, data);
  await saveAddress({ shopperId, addressId, address, phone: address.phone });
  const changed = await requireAddress(shopperId, addressId);
  return Response.json({ data: customerAddressJson(shopperId, changed) });
});

export const DELETE = route(async (request, { params }: Path) => {
  const { customerId: shopperId } = await customerPath(request, params);
  const { id: addressId } = await requireAddress(shopperId, (await params).addressId);
  await removeAddress({ shopperId, addressId });
  return new Response(null, { status: 204 });
});

export const { POST, PATCH, OPTIONS } = others("GET", "PUT", "DELETE");
