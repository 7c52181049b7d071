import { byId, element, write } from "../common/dom.js";
import { dateAndTime, dayKey, duration } from "../common/time.js";
import { Agent } from "./agent.js";
import { outboxItem, transitionItem } from "./history.js";
import { WindowCard } from "./window-card.js";

/** Beside the phone: what the business' side knows of the chosen customer, as `/api/v1` tells it. */

const OWNERS = {
  bot: () => "Bot",
  asked: ({ team }) => (team ? `Waiting for ${team}` : "Waiting for an agent"),
  agent: ({ agent }) => `With ${agent ?? "an agent"}`,
  none: () => "Nobody",
};

export class StatePanel {
  #clock;
  #agent;
  #window;
  #state = null;
  #lists = new Map();

  /** @param actions `agent(action, name)` and `advance(milliseconds)`, each answering whether it went well */
  constructor(clock, actions) {
    this.#clock = clock;
    this.#agent = new Agent(actions.agent);
    this.#window = new WindowCard(clock, actions.advance);
    byId("advance-wake").addEventListener("click", () => {
      actions.advance(Date.parse(this.#state?.conversation?.wake_at) - clock.now());
    });
    clock.addEventListener("tick", () => this.#showWake());
    clock.addEventListener("day", () => this.show(this.#state));
  }

  /** @param state the STATE of the contract; null where nothing is known (yet) */
  show(state) {
    this.#state = state;
    const conversation = state?.conversation ?? null;
    this.#showWhere(conversation);
    this.#showFacts(state?.contact ?? null, conversation);
    this.#showWake();
    this.#agent.show(conversation);
    this.#window.show(state?.contact?.window ?? null);
    this.#list("values", valuesOf(state), "Nothing yet.");
    this.#list("timeline", state?.transitions ?? [], "Each step and its reason will stand here.", (transition) =>
      transitionItem(transition, this.#clock.now()),
    );
    this.#list("outbox", state?.outbox ?? [], "Nothing sent yet.", (message) => outboxItem(message, this.#clock.now()));
  }

  /** When the conversation began, in milliseconds; 0 where none is known. */
  get since() {
    return Date.parse(this.#state?.conversation?.started_at) || 0;
  }

  #showWhere(conversation) {
    byId("where").hidden = conversation === null;
    byId("owner").hidden = conversation === null;
    write(byId("flow"), conversation?.flow ?? "–");
    write(byId("step"), conversation?.step ?? "–");
    const owner = conversation?.owner ?? "none";
    byId("owner").dataset.owner = owner;
    write(byId("owner"), OWNERS[owner]?.(conversation ?? {}) ?? owner);
    write(byId("waiting"), this.#waitingText(conversation));
  }

  #waitingText(conversation) {
    if (conversation === null) {
      return "No conversation yet. It begins with the customer's first message.";
    }
    if (!conversation.open) {
      return `Ended ${dateAndTime(new Date(conversation.ended_at ?? conversation.started_at))}.`;
    }
    return conversation.waiting_for ? `Waiting for ${conversation.waiting_for}.` : "";
  }

  #showFacts(contact, conversation) {
    const facts = [
      ["Customer", contact && [contact.name, contact.number].filter(Boolean).join(" · ")],
      ["Language", contact?.language],
      ["Opted out", contact?.opted_out ? "yes: nothing is sent" : null],
      ["Since", conversation && dateAndTime(new Date(conversation.started_at))],
      ["Release", conversation?.release],
    ].filter(([, value]) => value);
    byId("facts").replaceChildren(...facts.flatMap(pair));
  }

  #showWake() {
    const wakeAt = Date.parse(this.#state?.conversation?.wake_at);
    const left = wakeAt - this.#clock.now();
    byId("wake").hidden = Number.isNaN(wakeAt);
    byId("advance-wake").disabled = left <= 0;
    if (!Number.isNaN(wakeAt)) {
      const when = left > 0 ? `in ${duration(left)}` : "now";
      write(byId("wake-text"), `Wakes ${when} (${dateAndTime(wakeAt)})`);
    }
  }

  /** Draws a list anew only when it changed: what a person is reading or has selected stays. */
  #list(id, items, empty, draw = (item) => item) {
    // With the day: what happened "09:02" happened "5 Jan, 09:02" once the clock was moved on.
    const key = JSON.stringify([items, dayKey(this.#clock.now())]);
    if (this.#lists.get(id) === key) {
      return;
    }
    this.#lists.set(id, key);
    const nodes = items.flatMap(id === "values" ? pair : draw);
    byId(id).replaceChildren(...(nodes.length > 0 ? nodes : [emptyNode(byId(id), empty)]));
  }
}

function emptyNode(list, text) {
  return element(list.tagName === "DL" ? "dd" : "li", { class: "empty" }, text);
}

const pair = ([name, value]) => [element("dt", {}, name), element("dd", {}, value)];

function valuesOf(state) {
  return [
    ...named("vars", state?.conversation?.vars),
    ...named("contact", state?.contact?.fields),
  ];
}

const named = (scope, values) =>
  Object.entries(values ?? {}).map(([name, value]) => [`${scope}.${name}`, shown(value)]);

function shown(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
