import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { buttonClass } from "@/components/ui/button";
import type { CodesView } from "@/lib/checkout/codes-view";

type Props = {
  view: CodesView;
  /** Where the form comes from, and the shopper goes back to. */
  back: string;
  enter: (form: FormData) => void | Promise<void>;
  remove: (form: FormData) => void | Promise<void>;
};

/**
 * Codes and gift cards. Plain forms: they work before any script does, and cost none. The labels are around
 * their fields, because a page may show this twice (folded for phones, and beside the steps).
 */
export function CodeForm({ view: { used, answer, words }, back, enter, remove }: Props) {
  return (
    <div className="flex flex-col gap-3">
      {used.length > 0 && (
        <ul className="flex flex-col gap-2">
          {used.map((code) => (
            <UsedCode key={code.id} code={code} back={back} remove={remove} />
          ))}
        </ul>
      )}
      <form action={enter}>
        <input type="hidden" name="back" value={back} />
        <label className="flex flex-col gap-1.5 text-sm font-semibold">
          {words.title}
          <span className="flex gap-2">
            <input
              name="code"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={60}
              className="target min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-3 text-base font-normal uppercase"
            />
            <button className={buttonClass({ variant: "secondary" })}>{words.use}</button>
          </span>
        </label>
        {answer && (
          <p
            role={answer.isGood ? "status" : "alert"}
            className={cx("mt-2 text-sm font-semibold", answer.isGood ? "text-good" : "text-bad")}
          >
            {answer.text}
          </p>
        )}
      </form>
    </div>
  );
}

type UsedCodeProps = Pick<Props, "back" | "remove"> & { code: CodesView["used"][number] };

function UsedCode({ code: { id, name, remove: label, problem }, back, remove }: UsedCodeProps) {
  return (
    <li className="rounded-md bg-sunken py-1 pr-1 pl-3 text-sm">
      <form action={remove} className="flex items-center gap-2">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="back" value={back} />
        <span className={cx("flex-1 font-semibold", problem && "text-muted")}>{name}</span>
        <button className={buttonClass({ variant: "quiet", size: "icon" })} aria-label={label}>
          <Icon name="close" className="size-4" />
        </button>
      </form>
      {problem && <p className="pb-2 text-muted">{problem}</p>}
    </li>
  );
}
