import { describe, expect, it } from "vitest";
import { listingHref, readListing } from "./listing";

describe("the address of a list", () => {
  it.each([
    { params: {}, href: "/products" },
    { params: { q: "mug", page: "2" }, href: "/products?q=mug&page=2" },
    { params: { sort: "price", stock: "in" }, href: "/products?sort=price&stock=in" },
    { params: { colour: "Ink" }, href: "/products?colour=Ink" },
    { params: { sort: "nonsense", page: "-4", stock: "maybe" }, href: "/products" },
  ])("is $href", ({ params, href }) => expect(listingHref(readListing(params))).toBe(href));
});
