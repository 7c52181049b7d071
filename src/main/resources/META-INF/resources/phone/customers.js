import { get, put } from "../common/api.js";
import { byId, element } from "../common/dom.js";
import { dayKey, dayOrTime } from "../common/time.js";
import { attempt } from "../common/toast.js";
import { plain } from "./formatting.js";

/** Whose phone is in the hand: the list of customers, and a form to add one. */

const COLOURS = 6;

export class Customers {
  #list = byId("customers");
  #onChoose;
  #clock;
  #chosen = null;
  #drawn = "";

  /** @param onChoose told the number when a person chooses one */
  constructor(clock, onChoose) {
    this.#clock = clock;
    this.#onChoose = onChoose;
    byId("add-form").addEventListener("submit", (event) => {
      event.preventDefault();
      attempt(() => this.#add());
    });
  }

  /** Reads the list anew and answers its numbers. */
  async refresh() {
    const phones = await get("/sandbox/phones");
    this.#draw(phones);
    return phones.map(({ number }) => number);
  }

  mark(number) {
    this.#chosen = number;
    for (const button of this.#list.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.number === number));
    }
  }

  async #add() {
    const number = byId("add-number").value.replace(/[\s().-]/gu, "").replace(/^00/u, "+");
    await put(`/sandbox/phones/${encodeURIComponent(number)}`, { name: byId("add-name").value.trim() });
    byId("add-form").reset();
    byId("add-customer").open = false;
    await this.refresh();
    this.#onChoose(number.startsWith("+") ? number : `+${number}`);
  }

  #draw(phones) {
    // Drawn only when something changed, so that the keyboard's place in the list is kept.
    const drawing = JSON.stringify([phones, dayKey(this.#clock.now())]);
    if (drawing === this.#drawn) {
      return;
    }
    this.#drawn = drawing;
    const focused = document.activeElement?.dataset?.number;
    this.#list.replaceChildren(...phones.map((phone) => this.#item(phone)));
    this.mark(this.#chosen);
    this.#list.querySelector(`[data-number="${focused}"]`)?.focus({ preventScroll: true });
  }

  #item({ number, name, last_text: text, last_at: at, unread }) {
    const button = element(
      "button",
      { type: "button", class: "customer", "data-testid": "customer", dataset: { number } },
      element("span", { class: `avatar colour-${colour(number)}`, "aria-hidden": "true" }, initial(name ?? number)),
      element(
        "span",
        { class: "customer-text" },
        element("span", { class: "customer-name" }, name ?? number),
        element("span", { class: "customer-number" }, number),
        text ? element("span", { class: "customer-last" }, plain(text)) : null,
      ),
      element(
        "span",
        { class: "customer-side" },
        at ? element("time", { datetime: at }, dayOrTime(new Date(at), this.#clock.now())) : null,
        unread > 0 ? element("span", { class: "unread", "aria-label": `${unread} unread` }, String(unread)) : null,
      ),
    );
    button.addEventListener("click", () => this.#onChoose(number));
    return element("li", {}, button);
  }
}

export const initial = (name) => [...name.replace("+", "")][0]?.toUpperCase() ?? "?";

/** The same colour for the same number, whatever the order of the list. */
const colour = (number) => [...number].reduce((sum, digit) => sum + digit.charCodeAt(0), 0) % COLOURS;
