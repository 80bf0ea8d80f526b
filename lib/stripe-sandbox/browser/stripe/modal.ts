export type Dialog = { close(): void };

/**
 * A frame over the whole page. A modal `<dialog>` makes the rest of the page inert, so the focus
 * cannot leave it; styled through properties, which a strict content security policy allows.
 */
export function openDialog(label: string, iframe: HTMLIFrameElement, onCancel: () => void): Dialog {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", label);
  Object.assign(dialog.style, {
    position: "fixed",
    inset: "0",
    width: "100vw",
    height: "100dvh",
    maxWidth: "none",
    maxHeight: "none",
    margin: "0",
    padding: "0",
    border: "0",
    overflow: "hidden",
    background: "rgba(16, 20, 36, .62)",
    colorScheme: "light",
  });
  dialog.append(iframe);
  const cameFrom = document.activeElement;
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    onCancel();
  });
  document.body.append(dialog);
  dialog.showModal();
  iframe.addEventListener("load", () => iframe.contentWindow?.focus());
  return {
    close() {
      dialog.close();
      dialog.remove();
      if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
    },
  };
}
