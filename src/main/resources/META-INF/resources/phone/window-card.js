import { byId, write } from "../common/dom.js";
import { DAY, HOUR, MINUTE, dateAndTime, duration, exactTime } from "../common/time.js";

/** WhatsApp's 24-hour window, counted down by the business' clock, and the buttons that move it. */

const BEFORE_CLOSING = 5 * MINUTE;
const SOON = HOUR;
const DRIFT_IN_WORDS = { true: "ahead of", false: "behind" };

export class WindowCard {
  #clock;
  #window = null;
  #moving = false;

  /** @param advance moves both clocks by milliseconds; answers when it is done */
  constructor(clock, advance) {
    this.#clock = clock;
    const move = (id, distance) =>
      byId(id).addEventListener("click", async () => {
        this.#moving = true;
        this.#draw();
        await advance(distance());
        this.#moving = false;
        this.#draw();
      });
    move("advance-hour", () => HOUR);
    move("advance-window", () => this.#left() - BEFORE_CLOSING);
    move("advance-day", () => DAY);
    clock.addEventListener("tick", () => this.#draw());
  }

  /** @param window `{ open, closes_at }`, null for a customer who never wrote */
  show(window) {
    this.#window = window;
    this.#draw();
  }

  /** Milliseconds until it closes; not above 0 when it is closed, whether by time or by WhatsApp's word. */
  #left() {
    return this.#window?.open ? Date.parse(this.#window.closes_at) - this.#clock.now() : 0;
  }

  #draw() {
    const left = this.#left();
    const open = left > 0;
    byId("window").dataset.open = String(open);
    byId("window-badge").dataset.window = open ? (left < SOON ? "soon" : "open") : this.#window && "closed";
    write(byId("window-badge"), open ? "Open" : "Closed");
    write(byId("countdown"), this.#headline(left));
    byId("window-bar").style.width = `${Math.min(100, (left / DAY) * 100)}%`;
    write(byId("window-note"), this.#note(open));
    this.#drawClock(left);
  }

  #headline(left) {
    const ago = this.#clock.now() - Date.parse(this.#window?.closes_at);
    if (left > 0) {
      return duration(left);
    }
    if (this.#window === null) {
      return "Not opened yet";
    }
    return ago > 0 ? `${duration(ago)} ago` : "Closed by WhatsApp";
  }

  #note(open) {
    if (this.#window === null) {
      return "It opens with the customer's first message.";
    }
    return open
      ? `Closes ${dateAndTime(Date.parse(this.#window.closes_at))}, unless the customer writes again.`
      : "Only a template may be sent until the customer writes.";
  }

  #drawClock(left) {
    const now = this.#clock.now();
    write(byId("business-time"), `${dateAndTime(now).split(",")[0]}, ${exactTime(now)}`);
    byId("advance-hour").disabled = this.#moving;
    byId("advance-day").disabled = this.#moving;
    byId("advance-window").disabled = this.#moving || left <= BEFORE_CLOSING;
    const drift = this.#clock.drift();
    byId("drift").hidden = drift === 0;
    if (drift !== 0) {
      write(byId("drift-text"), `The phone's clock is ${duration(Math.abs(drift))} ${DRIFT_IN_WORDS[drift > 0]} the business'.`);
    }
  }
}
