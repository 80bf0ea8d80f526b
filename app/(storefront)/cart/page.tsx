import type { Metadata } from "next";
import { CartForms } from "@/components/storefront/cart-forms";
import { CartLines } from "@/components/storefront/cart-lines";
import { CartSummary } from "@/components/storefront/cart-summary";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Img } from "@/components/ui/img";
import { readCartRef } from "@/lib/cart/cookies";
import { findCart } from "@/lib/cart/queries";
import { changeLineAction } from "./actions";

export const metadata: Metadata = { title: "Your bag", robots: { index: false } };

export default async function CartPage() {
  const ref = await readCartRef();
  const cart = ref === null ? null : await findCart(ref);
  return (
    <div className="page pt-8 md:pt-12">
      <CartForms action={changeLineAction}>
        {cart === null ? (
          <EmptyBag />
        ) : (
          <>
            <h1 className="mb-6 text-3xl">Your bag</h1>
            <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-16">
              <CartLines lines={cart.lines} />
              <CartSummary cart={cart} checkoutHref="/checkout" />
            </div>
          </>
        )}
      </CartForms>
    </div>
  );
}

function EmptyBag() {
  return (
    <EmptyState
      as="h1"
      title="Your bag is empty"
      picture={
        <Img
          src="/products/deckhand-tote-ochre.svg"
          alt=""
          width={800}
          height={1000}
          loading="eager"
          className="size-56 rounded-full object-cover object-[50%_75%]"
        />
      }
      actions={<LinkButton href="/products">See everything</LinkButton>}
    >
      <p>It stands up by itself when it is empty, so there is no hurry.</p>
    </EmptyState>
  );
}
