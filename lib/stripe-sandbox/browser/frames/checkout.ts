import { brandArt } from "../shared/brand-art";
import { brandOf } from "../shared/card-brand";
import * as check from "../shared/card-fields";
import { stringsFor } from "../shared/strings";

/**
 * Makes the plain form of the checkout page comfortable: formats and checks while typing, updates
 * totals in place, keeps a second click from paying twice, and, in a frame, talks to the store's
 * page. Without it everything still works by posting the form.
 */
document.documentElement.classList.add("scripted");
const steps = document.querySelector<HTMLElement>("[data-step]");
if (steps) followStep(JSON.parse(steps.dataset["step"] ?? "{}"));
enhance();

function parentOrigin(): string {
  return new URLSearchParams(location.search).get("parent") ?? "*";
}

function tellParent(message: object): void {
  if (window.parent !== window) window.parent.postMessage(message, parentOrigin());
}

new ResizeObserver(() => {
  tellParent({ type: "embedded-height", px: Math.ceil(document.body.scrollHeight) });
}).observe(document.body);

type Step = { complete?: string; leave?: string; challenge?: string; lookAgain?: string };

function followStep(step: Step): void {
  if (step.complete) tellParent({ type: "embedded-complete" });
  if (step.leave) tellParent({ type: "embedded-redirect", url: step.leave });
  if (step.challenge) showChallenge(step.challenge);
  if (step.lookAgain) setTimeout(() => location.replace(location.href), 1_000);
}

function showChallenge(url: string): void {
  const iframe = document.createElement("iframe");
  iframe.src = url;
  iframe.title = "3D Secure authentication (Sandbox)";
  iframe.className = "challenge-frame";
  document.body.replaceChildren(iframe);
  window.addEventListener("message", ({ source, data }) => {
    if (source !== iframe.contentWindow) return;
    const { type, px } = Object(data);
    if (type === "challenge") location.replace(location.href);
    if (type === "challenge-height") iframe.style.height = `${px}px`;
  });
}

function enhance(): void {
  const form = document.querySelector<HTMLFormElement>("#pay-form");
  if (form === null) return;
  for (const [name, rule] of Object.entries(rules(form))) watch(form, name, rule);
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLElement && target.closest("[data-updates]")) void update(form);
  });
  form.addEventListener("submit", (event) => {
    const { submitter } = event;
    const isPaying = submitter instanceof HTMLButtonElement && submitter.value === "pay";
    if (!isPaying) return;
    const invalid = Object.keys(rules(form)).filter((name) => !show(form, name, true));
    const first = invalid.map((name) => inputOf(form, name)).find((input) => input !== null);
    if (first) {
      event.preventDefault();
      return first.focus();
    }
    const button = form.querySelector<HTMLButtonElement>(".button.pay");
    if (button) button.textContent = form.dataset["processing"] ?? "";
    // After this turn, or the button's own value would be left out of what is sent.
    setTimeout(() => button?.setAttribute("disabled", ""));
  });
}

type Rule = { format?: (text: string) => string; check: (text: string) => check.FieldCheck };

function rules(form: HTMLFormElement): Record<string, Rule> {
  const value = (name: string) => inputOf(form, name)?.value ?? "";
  const brand = () => brandOf(check.digitsOf(value("number")));
  const country = String(new FormData(form).get("country") ?? "");
  const fine = { complete: true, problem: null };
  const card: Record<string, Rule> = {
    number: { format: check.formatNumber, check: check.checkNumber },
    expiry: { format: check.formatExpiry, check: (text) => check.checkExpiry(text, new Date()) },
    cvc: {
      format: (text) => check.digitsOf(text).slice(0, brand().cvcLength),
      check: (text) => check.checkCvc(text, brand()),
    },
    postal_code: {
      check: (text) =>
        check.asksForPostalCode(country) ? check.checkPostalCode(text, country) : fine,
    },
  };
  const isCard = new FormData(form).get("method") === "card";
  const contact: Record<string, Rule> = { email: { check: check.checkEmail } };
  for (const name of ["name", "line1", "city", "postal_code"]) {
    contact[`shipping.${name}`] = { check: check.checkFilled };
  }
  return { ...contact, ...(isCard ? card : {}) };
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : null;
}

function watch(form: HTMLFormElement, name: string, { format }: Rule): void {
  const input = inputOf(form, name);
  input?.addEventListener("input", (event) => {
    const isDeleting = event instanceof InputEvent && event.inputType.startsWith("delete");
    const isAtEnd = input.selectionStart === input.value.length;
    if (format && isAtEnd && !isDeleting) input.value = format(input.value);
    if (name === "number") showBrand(form, input.value);
    show(form, name, false);
  });
  input?.addEventListener("blur", () => show(form, name, input.value !== ""));
}

/** Shows or hides the complaint about a field; true when there is none to show. */
function show(form: HTMLFormElement, name: string, insist: boolean): boolean {
  const input = inputOf(form, name);
  const rule = rules(form)[name];
  if (input === null || rule === undefined) return true;
  const { problem } = rule.check(input.value);
  const isShown = problem !== null && (insist || !check.isCurableByTyping(problem));
  const error = document.getElementById(`${name}-error`);
  if (error) {
    error.hidden = !isShown;
    error.textContent = isShown ? stringsFor(document.documentElement.lang).problems[problem] : "";
  }
  input.setAttribute("aria-invalid", String(isShown));
  return !isShown;
}

function showBrand(form: HTMLFormElement, number: string): void {
  const holder = form.querySelector<HTMLElement>(".field.number");
  if (holder === null) return;
  const art = holder.querySelector(".brand") ?? document.createElement("span");
  art.className = "brand";
  art.innerHTML = brandArt(brandOf(check.digitsOf(number)).name);
  holder.append(art);
}

/** The page as the server draws it after a change; only the totals are taken over from it. */
async function update(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const isCardDetail = ["number", "expiry", "cvc"].includes(name);
    if (typeof value === "string" && !isCardDetail) body.append(name, value);
  }
  body.set("action", "update");
  const response = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (response === null || !response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const selector of ["#summary", ".button.pay", "input[name=shown_total]"]) {
    const next = fresh.querySelector(selector);
    if (next) document.querySelector(selector)?.replaceWith(next);
  }
}
