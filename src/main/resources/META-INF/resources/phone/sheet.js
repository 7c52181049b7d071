import { byId, element, icon } from "../common/dom.js";

/** The bottom sheet of a list message: sections of rows, one to choose, then Send. */
export class Sheet {
  #layer = byId("sheet-layer");
  #behind = byId("phone-body");
  #opener = null;

  constructor() {
    this.#layer.addEventListener("click", (event) => event.target === this.#layer && this.close());
    this.#layer.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** @param onSend called with the id of the chosen row, once the sheet is closed */
  open(list, opener, onSend) {
    this.#opener = opener;
    this.#layer.replaceChildren(this.#draw(list, onSend));
    this.#layer.hidden = false;
    this.#behind.inert = true;
    this.#layer.querySelector("input").focus();
  }

  close() {
    if (this.#layer.hidden) {
      return;
    }
    this.#layer.hidden = true;
    this.#layer.replaceChildren();
    this.#behind.inert = false;
    this.#opener?.focus({ preventScroll: true });
  }

  #draw(list, onSend) {
    const send = element("button", { class: "button primary", "data-testid": "sheet-send", disabled: true }, "Send");
    const form = element(
      "form",
      {},
      element("div", { class: "sections" }, ...list.sections.map(section)),
      element("footer", {}, send),
    );
    form.addEventListener("change", () => {
      send.disabled = false;
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = new FormData(form).get("row");
      this.close();
      onSend(chosen);
    });
    return element(
      "div",
      { class: "sheet", role: "dialog", "aria-modal": "true", "aria-labelledby": "sheet-title", "data-testid": "sheet" },
      this.#head(list.button),
      form,
    );
  }

  #head(title) {
    const close = element(
      "button",
      { type: "button", class: "sheet-close", "aria-label": "Close", onclick: () => this.close() },
      icon("close"),
    );
    return element("header", {}, close, element("h3", { id: "sheet-title" }, title));
  }

  #onKey(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Tab") {
      this.#keepFocus(event);
    }
  }

  /** Tab goes round inside the sheet, as in any dialogue. */
  #keepFocus(event) {
    const stops = [...this.#layer.querySelectorAll("button:not(:disabled), input")];
    const [first, last] = [stops[0], stops.at(-1)];
    const leaving = event.shiftKey ? document.activeElement === first : document.activeElement === last;
    // Radio buttons of one name are a single stop: from any of them the next stop may be outside.
    const lastIsRadio = !event.shiftKey && last.type === "radio" && document.activeElement.type === "radio";
    if (leaving || lastIsRadio) {
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    }
  }
}

function section({ title, rows }) {
  return element("fieldset", {}, title ? element("legend", {}, title) : null, ...rows.map(row));
}

function row({ id, title, description }) {
  return element(
    "label",
    { class: "row", "data-testid": "row", dataset: { id } },
    element(
      "span",
      { class: "row-text" },
      element("span", { class: "row-title" }, title),
      description ? element("span", { class: "row-description" }, description) : null,
    ),
    element("input", { type: "radio", name: "row", value: id, required: true }),
  );
}
