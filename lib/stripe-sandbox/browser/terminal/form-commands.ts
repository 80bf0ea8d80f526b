import type { Till } from "./till";
import { failure } from "./words";

type Asked = {
  formType: string;
  required?: boolean | null;
  toggles?: { defaultValue?: string }[] | null;
  selectionButtons?: { text: string; id: string }[];
};

/** Forms on the reader's screen, answered as `collectInputsResult` of the configuration says. */
export function formCommands(till: Till) {
  return {
    collectInputs: ({ inputs }: { inputs: Asked[] }) =>
      till.collect("collectInputs", async ({ collectInputsResult }) => {
        const { resultType, skipBehavior } = collectInputsResult ?? {};
        if (resultType === "timeout") {
          return failure("reader_error", "The customer did not answer in time.");
        }
        return inputs.map((input) => answer(input, skipBehavior === "all"));
      }),
    cancelCollectInputs: () => till.desk.cancel("collectInputs"),
  };
}

function answer(input: Asked, skipsAll: boolean) {
  const { formType, toggles } = input;
  const skipped = skipsAll && input.required !== true;
  const values = toggles?.map(({ defaultValue }) =>
    skipped ? "skipped" : (defaultValue ?? "disabled"),
  );
  return { formType, skipped, toggles: values ?? [], ...typed(input, skipped) };
}

function typed({ formType, selectionButtons }: Asked, skipped: boolean): Record<string, unknown> {
  const unless = (value: string | undefined) => (skipped ? null : (value ?? null));
  switch (formType) {
    case "selection": {
      const [first] = selectionButtons ?? [];
      return { selection: unless(first?.text), selectionId: unless(first?.id) };
    }
    case "signature":
      return { signatureSvg: unless("<svg xmlns='http://www.w3.org/2000/svg'/>") };
    case "phone":
      return { phone: unless("+15551234567") };
    case "email":
      return { email: unless("shopper@example.com") };
    case "numeric":
      return { numericString: unless("12345") };
    default:
      return { text: unless("Sandbox") };
  }
}
