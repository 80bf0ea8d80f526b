import { Alert } from "./alert";

type Props = { title: string; errors: { fieldId: string; message: string }[]; id?: string };

/** What is wrong with a form, in one place, each with the way to its field. */
export function ErrorSummary({ title, errors, id }: Props) {
  if (errors.length === 0) return null;
  return (
    <Alert tone="bad" role="alert" title={title} id={id}>
      <ul className="mt-1 list-disc pl-5">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a href={`#${fieldId}`} className="underline underline-offset-2">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
