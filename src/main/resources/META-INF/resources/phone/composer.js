import { byId } from "../common/dom.js";

/** The text field: Enter sends, Shift+Enter breaks the line, a refused text comes back to be corrected. */
export class Composer {
  #field = byId("text");
  #button = byId("send");
  #onSend;
  #earlier = Promise.resolve();

  /** @param onSend sends a text; answers whether it was taken */
  constructor(onSend) {
    this.#onSend = onSend;
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#field.addEventListener("input", () => this.#showButton());
    this.#field.addEventListener("keydown", (event) => {
      // While a word is being composed (Japanese, for one) Enter belongs to the keyboard.
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#send();
      }
    });
  }

  clear() {
    this.#write("");
  }

  /** Two texts typed quickly one after the other leave in that order. */
  #send() {
    const text = this.#field.value;
    if (text.trim() === "") {
      return;
    }
    this.clear();
    this.#earlier = this.#earlier.then(async () => {
      const taken = await this.#onSend(text);
      if (!taken && this.#field.value === "") {
        this.#write(text);
      }
    });
  }

  #write(text) {
    this.#field.value = text;
    this.#showButton();
  }

  #showButton() {
    this.#button.disabled = this.#field.value.trim() === "";
  }
}
