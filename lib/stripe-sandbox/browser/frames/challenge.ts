/** In the overlay of a store's page: tells the page how it ended, and lets Escape close it. */
const result = document.querySelector<HTMLElement>("[data-challenge]");

if (window.parent !== window) {
  const send = (message: object) => window.parent.postMessage(message, "*");
  if (result !== null) {
    send({ type: "challenge", id: result.dataset["challenge"], status: result.dataset["status"] });
  }
  // The page gives its frame the focus, before or after this runs; it belongs where one answers.
  const focusFirst = () => {
    const first = document.querySelector<HTMLElement>("[data-first]");
    if (document.hasFocus() && document.activeElement === document.body) first?.focus();
  };
  window.addEventListener("focus", focusFirst);
  focusFirst();
  const voucher = document.querySelector<HTMLElement>("[data-voucher]");
  voucher?.querySelector("[data-close]")?.addEventListener("click", () => {
    send({ type: "challenge", id: voucher.dataset["voucher"], status: "open" });
  });
  window.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && result === null) send({ type: "challenge-dismiss" });
  });
}
