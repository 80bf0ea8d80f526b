import { html, trusted, type Html } from "../html";

export type FormErrors = Readonly<Record<string, string>>;
export type FormValues = Readonly<Record<string, string>>;

/** What was typed and what was wrong with it; card details are never sent back. */
export type FormState = { values: FormValues; errors: FormErrors };

type FieldOptions = {
  name: string;
  label: string;
  autocomplete: string;
  type?: string;
  inputmode?: string;
  placeholder?: string;
  className?: string;
  isSecret?: boolean;
};

export function field(state: FormState, options: FieldOptions): Html {
  const { name, label, autocomplete, type = "text", inputmode, placeholder, className } = options;
  const error = state.errors[name];
  const value = options.isSecret ? "" : (state.values[name] ?? "");
  return html`<div class="field ${className ?? ""}">
    <label for="${name}">${label}</label>
    <input
      class="input"
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      ${inputmode ? attribute("inputmode", inputmode) : null}
      ${placeholder ? attribute("placeholder", placeholder) : null}
      aria-invalid="${error === undefined ? "false" : "true"}"
      aria-describedby="${name}-error"
    />
    ${fieldError(name, error)}
  </div>`;
}

type SelectOptions = {
  name: string;
  label: string;
  autocomplete: string;
  choices: readonly { code: string; name: string }[];
  chosen: string;
  className?: string;
};

export function select(state: FormState, options: SelectOptions): Html {
  const { name, label, autocomplete, choices, className } = options;
  const chosen = state.values[name] ?? options.chosen;
  const items = choices.map(
    (choice) =>
      html`<option value="${choice.code}" ${choice.code === chosen ? trusted("selected") : null}>
        ${choice.name}
      </option>`,
  );
  return html`<div class="field ${className ?? ""}">
    <label for="${name}">${label}</label>
    <select
      class="input"
      id="${name}"
      name="${name}"
      autocomplete="${autocomplete}"
      aria-describedby="${name}-error"
    >
      ${items}
    </select>
    ${fieldError(name, state.errors[name])}
  </div>`;
}

export function radio(group: string, value: string, isChecked: boolean, label: Html): Html {
  const id = `${group}-${value}`;
  return html`<label class="choice" for="${id}">
    <input
      type="radio"
      id="${id}"
      name="${group}"
      value="${value}"
      ${isChecked ? trusted("checked") : null}
    />
    <span class="choice-label">${label}</span>
  </label>`;
}

function fieldError(name: string, error: string | undefined): Html {
  const hidden = error === undefined ? trusted("hidden") : null;
  return html`<p class="error" id="${name}-error" role="alert" ${hidden}>${error}</p>`;
}

function attribute(name: string, value: string): Html {
  return html`${trusted(name)}="${value}"`;
}
