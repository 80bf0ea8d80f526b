"use client";
import { Trouble } from "@/components/storefront/trouble";

export default Trouble;
