/** In the overlay of a store's page: tells the page how it ended, and lets Escape close it. */
const result = document.querySelector<HTMLElement>("[data-challenge]");

if (window.parent !== window) {
  const send = (message: object) => window.parent.postMessage(message, "*");
  if (result !== null) {
    send({ type: "challenge", id: result.dataset["challenge"], status: result.dataset["status"] });
  }
  // In the frame of an embedded checkout it stands in the page, and must not be cut off.
  send({ type: "challenge-height", px: document.documentElement.scrollHeight });
  // The overlay covers the store's page, so the focus belongs where one answers. The page gives
  // its frame the focus too, but across sites that may be lost while the frame is loading.
  const focusFirst = () => document.querySelector<HTMLElement>("[data-first]")?.focus();
  window.addEventListener("focus", () => {
    if (document.activeElement === document.body) focusFirst();
  });
  focusFirst();
  const voucher = document.querySelector<HTMLElement>("[data-voucher]");
  voucher?.querySelector("[data-close]")?.addEventListener("click", () => {
    send({ type: "challenge", id: voucher.dataset["voucher"], status: "open" });
  });
  window.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && result === null) send({ type: "challenge-dismiss" });
  });
}
