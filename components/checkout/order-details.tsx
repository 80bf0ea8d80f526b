import { Card, CardHeader } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import type { Block, RefundLine, StoryLine } from "@/lib/orders/shopper-page";
import { LineList } from "./line-list";
import { TotalsList, type Summary } from "./summary";

type Props = {
  summary: React.ComponentProps<typeof Summary>;
  refunds: RefundLine[];
  blocks: Block[];
  story: StoryLine[];
  words: { goods: string; story: string; history: string; details: string };
};

/** What was ordered, where it goes, how it was paid, and what has happened since. Prints as a receipt. */
export function OrderDetails({ summary, refunds, blocks, story, words }: Props) {
  const { lines, totals } = summary;
  return (
    <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start print:block">
      <div className="flex flex-col gap-6">
        <Card aria-labelledby="goods-title" className="print:border-0 print:p-0 print:pt-6">
          <CardHeader title={words.goods} id="goods-title" />
          <div className="flex flex-col gap-5">
            <LineList lines={lines} quantityWord={summary.words.quantity} />
            <TotalsList totals={totals} />
            {refunds.length > 0 && (
              <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 border-t border-line pt-4 tabular-nums">
                {refunds.map(({ id, label, amount }) => (
                  <div key={id} className="contents">
                    <dt>{label}</dt>
                    <dd className="text-right">−{amount}</dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        </Card>
        <Card aria-labelledby="story-title" data-print="no">
          <CardHeader title={words.story} id="story-title" />
          <Timeline
            label={words.history}
            items={story.map(({ id, title, tone, iso, when }) => ({
              id,
              title,
              tone,
              time: { iso, label: when },
            }))}
          />
        </Card>
      </div>
      <Card aria-label={words.details} className="print:border-0 print:p-0 print:pt-6">
        <dl className="flex flex-col gap-5 print:grid print:grid-cols-3">
          {blocks.map(({ label, lines: text }) => (
            <div key={label}>
              <dt className="mb-1 text-sm font-semibold text-muted">{label}</dt>
              <dd className="whitespace-pre-line">{text.join("\n")}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}
