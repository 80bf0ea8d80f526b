import type { OrderView } from "@/lib/orders/views";
import { Amount } from "./amount";

export function OrderLines({ order }: { order: OrderView }) {
  const { currency } = order;
  return (
    <>
      <ul className="divide-y divide-line">
        {order.lines.map((line) => (
          <li key={line.id} className="flex gap-4 py-3 first:pt-0">
            <span className="flex size-14 shrink-0 items-center justify-center overflow-hidden rounded-md bg-sunken">
              {line.imageUrl && (
                // Our own drawings, a few hundred bytes each: there is nothing to optimise.
                // oxlint-disable-next-line nextjs/no-img-element
                <img
                  src={line.imageUrl}
                  alt=""
                  width={56}
                  height={56}
                  className="size-full object-cover"
                />
              )}
            </span>
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{line.title}</p>
              <p className="text-sm text-muted">
                {line.variantTitle && `${line.variantTitle} · `}
                <span className="font-mono text-xs">{line.sku}</span>
              </p>
              <p className="text-sm text-muted">
                {line.quantity} × <Amount minor={line.unitPriceMinor} currency={currency} />
              </p>
            </div>
            <Amount minor={line.totalMinor} currency={currency} className="font-semibold" />
          </li>
        ))}
      </ul>
      <Totals order={order} />
    </>
  );
}

function Totals({ order }: { order: OrderView }) {
  const { currency, discountMinor, taxMinor } = order;
  const rows = [
    { label: "Subtotal", minor: order.subtotalMinor },
    ...(discountMinor > 0 ? [{ label: "Discount", minor: -discountMinor }] : []),
    {
      label: order.shippingName ? `Shipping, ${order.shippingName}` : "Shipping",
      minor: order.shippingMinor,
    },
    ...(taxMinor > 0 ? [{ label: "Tax", minor: taxMinor }] : []),
  ];
  return (
    <dl className="mt-2 flex flex-col gap-1.5 border-t border-line pt-4 text-sm">
      {rows.map(({ label, minor }) => (
        <div key={label} className="flex justify-between gap-4">
          <dt className="text-muted">{label}</dt>
          <dd>
            <Amount minor={minor} currency={currency} />
          </dd>
        </div>
      ))}
      <div className="mt-1 flex justify-between gap-4 border-t border-line pt-3 text-base font-bold">
        <dt>Total</dt>
        <dd>
          <Amount minor={order.totalMinor} currency={currency} />
        </dd>
      </div>
    </dl>
  );
}
