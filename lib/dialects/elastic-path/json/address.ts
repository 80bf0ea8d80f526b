import { clientAddressSchema, type ClientAddress } from "@/lib/orders/client-address";

/** As a program wrote it, or as the storefront's form did, which knows one name and one word for the region. */
export function addressJson(address: ClientAddress) {
  const [first = "", ...rest] = address.name.split(" ");
  return {
    first_name: address.firstName || first,
    last_name: address.lastName || rest.join(" "),
    company_name: address.company,
    line_1: address.line1,
    line_2: address.line2,
    city: address.city,
    postcode: address.postalCode,
    ...placeOf(address),
    country: address.country,
  };
}

export function orderAddressJson(stored: unknown, isShipping: boolean) {
  const address = clientAddressSchema.parse(stored);
  return { ...addressJson(address), ...(isShipping && howToDeliver(address)) };
}

export const howToDeliver = ({ phone, instructions }: ClientAddress) => ({
  phone_number: phone,
  instructions,
});

/** A program gets back what it sent; the storefront knows one word for both. */
function placeOf({ county, givenRegion, region }: ClientAddress) {
  if (county !== "" || givenRegion !== "") return { county, region: givenRegion };
  return { county: region, region };
}
