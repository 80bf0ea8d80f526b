import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { Step } from "@/lib/checkout/steps";
import { StepHeading } from "./step-heading";
import { StepNav, type StepWords } from "./step-nav";

type Props = {
  step: Step;
  title: string;
  words: StepWords;
  summary: ReactNode;
  children: ReactNode;
  /** Where the way back leads, and what it is called. */
  back: { href: string; label: string };
};

/** One page in three steps: the form on the left, what is being bought always beside or above it. */
export function CheckoutFrame({ step, title, words, summary, children, back }: Props) {
  return (
    <div className="lg:page lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-x-16 lg:py-8">
      {/* On wide screens as high as the steps beside it, so that within it the summary stays in view. */}
      <div className="max-lg:sticky max-lg:top-0 max-lg:z-20 lg:order-2 lg:col-start-2 lg:row-start-1 lg:self-stretch">
        {summary}
      </div>
      <div className="page max-w-2xl py-5 lg:col-start-1 lg:row-start-1 lg:mx-0 lg:px-0 lg:py-0">
        <StepNav current={step} words={words} />
        <StepHeading step={step}>{title}</StepHeading>
        {children}
        <p className="mt-6">
          <Link
            href={back.href}
            className="target inline-flex items-center text-sm underline underline-offset-4"
          >
            {back.label}
          </Link>
        </p>
      </div>
    </div>
  );
}
