/**
 * A stream of server-sent events that comes back by itself. EventSource gives up for good when a
 * reconnection is answered with an error, which is what a restarting server does; so each error
 * here closes it, and a new one is opened after a growing pause.
 */

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5_000;

export class Live {
  #url;
  #handlers;
  #onStatus;
  #source = null;
  #timer = null;
  #pause = FIRST_PAUSE;

  /**
   * @param handlers event name to a function of the parsed JSON
   * @param onStatus told `connecting`, `live` or `reconnecting`
   */
  constructor(url, handlers, onStatus) {
    this.#url = url;
    this.#handlers = handlers;
    this.#onStatus = onStatus;
    onStatus("connecting");
    this.#open();
  }

  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #open() {
    const source = new EventSource(this.#url);
    this.#source = source;
    source.onopen = () => {
      this.#pause = FIRST_PAUSE;
      this.#onStatus("live");
    };
    source.onerror = () => this.#openLater();
    for (const [name, handler] of Object.entries(this.#handlers)) {
      source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
    }
  }

  #openLater() {
    this.close();
    this.#onStatus("reconnecting");
    this.#timer = setTimeout(() => this.#open(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }
}
