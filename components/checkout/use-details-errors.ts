import { useEffect, useRef, useState, type FormEvent, type RefObject } from "react";
import { readDetails } from "@/lib/checkout/form/details";
import { detailsProblems, type Problem } from "@/lib/checkout/form/problems";
import { problemText, type FormWords } from "@/lib/checkout/form/words";
import type { ErrorOf } from "./address-part";

type Errors = Readonly<Record<string, Problem>>;

type DetailsErrors = {
  errorOf: ErrorOf;
  /** What was wrong when the form was last sent; it takes the focus in `summaryBox`. */
  listed: { fieldId: string; message: string }[];
  summaryBox: RefObject<HTMLDivElement | null>;
  refuse: (problems: Problem[]) => void;
  /** Handles `input` and `blur` of the whole form. */
  check: (event: FormEvent<HTMLFormElement>) => void;
};

const byField = (problems: readonly Problem[]): Errors =>
  Object.fromEntries(problems.map((problem) => [problem.fieldId, problem]));

/** What the first step says is wrong: beside each field, and listed once the form was sent. */
export function useDetailsErrors(before: Problem[], words: FormWords): DetailsErrors {
  const [errors, setErrors] = useState<Errors>(byField(before));
  const [summary, setSummary] = useState(before);
  const summaryBox = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (summary.length > 0) summaryBox.current?.focus();
  }, [summary]);

  function refuse(problems: Problem[]) {
    setErrors(byField(problems));
    setSummary(problems);
  }

  /** Leaving a field says what is wrong in it; mending it takes the message away at once. */
  function check(event: FormEvent<HTMLFormElement>) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
    const known = errors[field.id] !== undefined;
    if (event.type === "input" ? !known : field.value === "" && !known) return;
    const problems = detailsProblems(readDetails(new FormData(event.currentTarget)));
    const problem = problems.find(({ fieldId }) => fieldId === field.id);
    setErrors(({ [field.id]: _before, ...rest }) =>
      problem === undefined ? rest : { ...rest, [field.id]: problem },
    );
  }

  return {
    errorOf: (fieldId) => errors[fieldId] && problemText(errors[fieldId], words),
    listed: summary.map((problem) => ({
      fieldId: problem.fieldId,
      message: problemText(problem, words),
    })),
    summaryBox,
    refuse,
    check,
  };
}
