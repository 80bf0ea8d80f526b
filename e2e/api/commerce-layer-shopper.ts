import { z } from "zod";
import type { Dialect, Goods } from "./commerce-layer-fixture";

export const home = {
  first_name: "Ada",
  last_name: "Lovelace",
  line_1: "1 Analytical Row",
  city: "Portland",
  zip_code: "97201",
  state_code: "OR",
  country_code: "US",
  phone: "+1 503 555 0100",
};

/** What a filled order costs: a mug and two lamps, sent for 5.00. */
export const total = 1800 + 2 * 5499 + 500;

const text = z.string();

/** Somebody who shops with the official client of a sales channel. */
export class Shopper {
  constructor(
    readonly dialect: Dialect,
    readonly goods: () => Goods,
  ) {}

  /** An order that waits for its payment: a mug and two lamps, sent for 5.00. */
  async fill(email = "Ada@example.com"): Promise<string> {
    const { shop } = this.dialect;
    const { id } = await shop.orders.create({ customer_email: email });
    const order = shop.orders.relationship(id);
    await shop.line_items.create({ sku_code: this.goods().mug, quantity: 1, order });
    await shop.line_items.create({ sku_code: this.goods().lamp, quantity: 2, order });
    await this.address(id);
    await shop.orders.update({ id, payment_method: shop.payment_methods.relationship("stripe") });
    return id;
  }

  async address(id: string): Promise<void> {
    const { shop } = this.dialect;
    const address = await shop.addresses.create(home);
    await shop.orders.update({
      id,
      shipping_address: shop.addresses.relationship(address.id),
      _billing_address_same_as_shipping: true,
    });
    const [shipment] = await shop.orders.shipments(id, { include: ["available_shipping_methods"] });
    const method = text.parse(shipment?.available_shipping_methods?.[0]?.id);
    await shop.shipments.update({
      id: text.parse(shipment?.id),
      shipping_method: shop.shipping_methods.relationship(method),
    });
  }

  /** As the shopper's browser does it, with Stripe's own endpoint. */
  async confirm(
    clientSecret: string | null | undefined,
    method = "pm_card_visa",
  ): Promise<{ status: number }> {
    const secret = text.parse(clientSecret);
    const [intent] = secret.split("_secret_");
    const body = new URLSearchParams({
      client_secret: secret,
      payment_method: method,
      return_url: "https://shop.example.com/done",
    });
    const headers = { Authorization: "Bearer pk_test_sandbox" };
    const url = `${this.dialect.sandbox.url}/v1/payment_intents/${intent}/confirm`;
    return fetch(url, { method: "POST", headers, body });
  }

  async source(id: string) {
    const { shop } = this.dialect;
    return shop.stripe_payments.create({ order: shop.orders.relationship(id), options: {} });
  }

  async pay(id: string, method?: string) {
    const source = await this.source(id);
    await this.confirm(source.client_secret, method);
    return source;
  }

  /** A filled order that is paid and placed. */
  async place(email?: string): Promise<string> {
    const id = await this.fill(email);
    await this.pay(id);
    await this.dialect.shop.orders._place(id);
    return id;
  }
}
