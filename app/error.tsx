"use client";
import { Trouble } from "@/components/storefront/trouble";

// Catches what breaks in a layout, the shop's header included: a layout's own boundary does not.
export default Trouble;
