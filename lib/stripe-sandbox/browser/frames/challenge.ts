/** In the overlay of a store's page: tells the page how it ended, and lets Escape close it. */
const result = document.querySelector<HTMLElement>("[data-challenge]");

if (window.parent !== window) {
  const send = (message: object) => window.parent.postMessage(message, "*");
  if (result !== null) {
    send({ type: "challenge", id: result.dataset["challenge"], status: result.dataset["status"] });
  }
  window.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && result === null) send({ type: "challenge-dismiss" });
  });
}
