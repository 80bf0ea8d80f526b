"use client";
import { useRouter } from "next/navigation";
import {
  useEffect,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
} from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Spinner } from "@/components/ui/spinner";
import type { Goods } from "@/lib/register/goods";
import type { ParkedView, SellActions } from "./actions";
import { basketTotals, changeBasket, emptyBasket, fromServer, toServer } from "./basket";
import { BasketPanel } from "./basket-panel";
import { GoodsGrid } from "./goods-grid";
import { ParkedBaskets } from "./parked-baskets";
import { readKept, keep } from "./kept-basket";
import { shown, type Till } from "./till";
import { tipOf, TipChoice } from "./tip-choice";

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

type SellingProps = Props & { isBrowser: boolean };

function Selling({ till, goods, parked: firstParked, actions, isBrowser }: SellingProps) {
  const [basket, change] = useReducer(changeBasket, null, () => {
    const kept = isBrowser ? readKept(till.id) : null;
    return kept === null ? emptyBasket : fromServer(kept, goods);
  });
  const [parked, setParked] = useState(firstParked);
  const [tipPercent, setTip] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpening, startOpening] = useTransition();
  /** One key for one sale: a second press, or a lost answer, finds the sale of the first. */
  const key = useRef<string | null>(null);
  const router = useRouter();
  const { count, totalMinor } = basketTotals(basket);
  const tipMinor = tipOf(totalMinor, tipPercent);

  useEffect(() => {
    if (!isBrowser) return;
    keep(till.id, toServer(basket));
    key.current = null;
  }, [till.id, basket, isBrowser]);

  const charge = () =>
    startOpening(async () => {
      setProblem(null);
      key.current ??= crypto.randomUUID();
      const asked = { till: till.id, key: key.current, basket: toServer(basket), tipMinor };
      const answer = await actions.open(asked).catch(() => null);
      if (answer === null) return setProblem("The shop does not answer. Nothing was charged.");
      if (answer.is === "refused") return setProblem(answer.message);
      change({ do: "clear" });
      keep(till.id, null);
      router.push(`/admin/register/sales/${answer.value.orderId}?till=${till.id}`);
    });

  async function park(label: string) {
    const answer = await actions.park({ till: till.id, label, basket: toServer(basket) });
    if (answer.is === "refused") return setProblem(answer.message);
    setParked(answer.value);
    change({ do: "clear" });
  }
  async function resume(id: string) {
    const answer = await actions.resume({ till: till.id, id });
    if (answer.is === "refused") return setProblem(answer.message);
    setParked(answer.value.parked);
    change({ do: "replace", basket: fromServer(answer.value.basket, goods) });
  }

  return (
    <div className="grid gap-6 pb-24 md:grid-cols-[minmax(0,1fr)_22rem] md:items-start md:pb-0 xl:grid-cols-[minmax(0,1fr)_25rem]">
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
          change={change}
          findCustomers={async (q) => valueOr(await actions.customers({ till: till.id, q }), [])}
        >
          {till.tips.enabled && count > 0 && (
            <TipChoice till={till} ofMinor={totalMinor} percent={tipPercent} choose={setTip} />
          )}
          {problem && (
            <Alert tone="bad" role="alert">
              {problem}
            </Alert>
          )}
          <Button size="large" wide disabled={count === 0 || isOpening} onClick={charge}>
            {isOpening && <Spinner />}
            Charge {shown(totalMinor + tipMinor, till.currency)}
          </Button>
        </BasketPanel>
        <ParkedBaskets parked={parked} canPark={count > 0} park={park} resume={resume} />
      </div>
      {count > 0 && (
        <a
          href="#basket"
          className="fixed inset-x-4 bottom-4 z-30 flex min-h-14 items-center justify-between rounded-lg bg-solid px-5 font-semibold text-on-solid shadow-floating md:hidden"
        >
          <span>
            {count} in the basket <Icon name="chevronDown" className="inline size-4" />
          </span>
          <span className="tabular-nums">{shown(totalMinor, till.currency)}</span>
        </a>
      )}
    </div>
  );
}

function valueOr<Value>(
  answer: { is: "done"; value: Value } | { is: "refused" },
  otherwise: Value,
): Value {
  return answer.is === "done" ? answer.value : otherwise;
}
