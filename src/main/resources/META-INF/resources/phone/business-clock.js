import { get, post } from "../common/api.js";
import { MINUTE, SECOND, dayKey } from "../common/time.js";

/**
 * The two clocks of a demonstration: the business' own, by which windows close and timers fire, and
 * the sandbox' (the phone's and WhatsApp's). Both run on between two answers of the server. One
 * click moves both; should only one have moved, `drift` tells. Its events: `tick` each second and
 * with each move, `day` when another day has begun.
 */

const TOLERANCE = MINUTE;

export class BusinessClock extends EventTarget {
  #business = 0;
  #sandbox = 0;
  #known = false;
  #moving = false;
  #day = null;

  constructor() {
    super();
    setInterval(() => this.#tick(), SECOND);
  }

  /** The business' time in milliseconds; the machine's until the server has told its own. */
  now() {
    return Date.now() + this.#business;
  }

  /** How far the sandbox is ahead, in milliseconds; 0 while the two agree well enough. */
  drift() {
    const difference = this.#sandbox - this.#business;
    return this.#known && Math.abs(difference) > TOLERANCE ? difference : 0;
  }

  async refresh() {
    const [business, sandbox] = await Promise.all([get("/api/v1/clock"), get("/sandbox/clock")]);
    // Between the two halves of a move the clocks differ, and that is no drift.
    if (!this.#moving) {
      this.#set(business.now, sandbox.now);
    }
  }

  /**
   * Moves both ahead. The sandbox goes first: a timer of the business that fires on its move sends
   * at once, and what it sends must meet the window of the new time.
   */
  async advance(milliseconds) {
    const body = { advance: `PT${Math.ceil(milliseconds / SECOND)}S` };
    this.#moving = true;
    try {
      const sandbox = await post("/sandbox/clock", body);
      const business = await post("/api/v1/clock", body);
      this.#set(business.now, sandbox.now);
    } finally {
      this.#moving = false;
    }
  }

  /** Puts the sandbox' clock to the business' time. */
  async align() {
    const business = await get("/api/v1/clock");
    const sandbox = await post("/sandbox/clock", { set: business.now });
    this.#set(business.now, sandbox.now);
  }

  #set(business, sandbox) {
    this.#business = Date.parse(business) - Date.now();
    this.#sandbox = Date.parse(sandbox) - Date.now();
    this.#known = true;
    this.#tick();
  }

  #tick() {
    const day = dayKey(this.now());
    if (day !== this.#day) {
      this.#day = day;
      this.dispatchEvent(new Event("day"));
    }
    this.dispatchEvent(new Event("tick"));
  }
}
