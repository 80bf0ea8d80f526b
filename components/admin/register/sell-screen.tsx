"use client";
import { useState, useSyncExternalStore } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { Goods } from "@/lib/register/goods";
import { tipOf } from "@/lib/register/price-sale";
import type { ParkedView, SellActions } from "./actions";
import { basketTotals } from "./basket";
import { BasketBar } from "./basket-bar";
import { BasketPanel } from "./basket-panel";
import { GoodsGrid } from "./goods-grid";
import { ParkedBaskets } from "./parked-baskets";
import { shown, type Till } from "./till";
import { TipChoice } from "./tip-choice";
import { useTillBasket } from "./use-till-basket";

type Props = { till: Till; goods: Goods[]; parked: ParkedView[]; actions: SellActions };

const never = () => () => undefined;

/** Where goods are gathered. What stands here survives a reload; it becomes a sale when it is charged. */
export function SellScreen(props: Props) {
  // Only the browser knows what stood here before.
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return <Selling key={String(isBrowser)} {...props} isBrowser={isBrowser} />;
}

function Selling(props: Props & { isBrowser: boolean }) {
  const { till, goods, actions, isBrowser } = props;
  const hand = useTillBasket(props);
  const { basket, change, problem, parked, park, resume } = hand;
  const [tipPercent, setTip] = useState(0);
  const totals = basketTotals(basket, till);
  const { count, totalMinor } = totals;
  const tipMinor = tipOf(totalMinor, tipPercent, till.currency);
  return (
    <div
      aria-busy={!isBrowser}
      className="grid grid-cols-1 gap-6 md:grid-cols-[minmax(0,1fr)_22rem] md:items-start xl:grid-cols-[minmax(0,1fr)_25rem]"
    >
      <GoodsGrid
        till={till}
        goods={goods}
        inBasket={new Map(basket.lines.map((line) => [line.goods.variantId, line.quantity]))}
        onAdd={(each) => change({ do: "add", goods: each })}
        find={async (q) => valueOr(await actions.goods({ till: till.id, q }), [])}
      />
      <div id="basket" className="flex scroll-mt-4 flex-col gap-4 md:sticky md:top-6">
        <BasketPanel
          till={till}
          basket={basket}
          totals={totals}
          change={change}
          findCustomers={async (q) => valueOr(await actions.customers({ till: till.id, q }), [])}
        >
          {till.tips.enabled && count > 0 && (
            <TipChoice till={till} ofMinor={totalMinor} percent={tipPercent} choose={setTip} />
          )}
          {problem && <Problem text={problem} />}
          <Button
            size="large"
            wide
            disabled={count === 0 || hand.isOpening}
            onClick={() => hand.charge(tipMinor)}
          >
            {hand.isOpening && <Spinner />}
            Charge {shown(totalMinor + tipMinor, till.currency)}
          </Button>
        </BasketPanel>
        <ParkedBaskets parked={parked} canPark={count > 0} park={park} resume={resume} />
      </div>
      <BasketBar till={till} count={count} totalMinor={totalMinor} basketId="basket" />
    </div>
  );
}

const Problem = ({ text }: { text: string }) => (
  <Alert tone="bad" role="alert">
    {text}
  </Alert>
);

function valueOr<Value>(
  answer: { is: "done"; value: Value } | { is: "refused" },
  otherwise: Value,
): Value {
  return answer.is === "done" ? answer.value : otherwise;
}
