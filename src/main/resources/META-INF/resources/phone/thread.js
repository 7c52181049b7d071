import { byId, element, write } from "../common/dom.js";
import { dayKey, dayName } from "../common/time.js";
import { Bubble } from "./bubble.js";

/** The messages of one customer, oldest first, with a line for each day, kept at its newest end. */

const NEAR_THE_END = 80;

export class Thread {
  #list = byId("thread");
  #scroller = byId("scroller");
  #toNewest = byId("to-newest");
  #actions;
  #bubbles = new Map();
  #days = new Map();
  #shown = { number: null, count: 0 };
  #stick = true;

  /** @param actions `onTap(message, optionId, button)` and `onOpenList(message, opener)` */
  constructor(actions) {
    this.#actions = { ...actions, onQuote: (id) => this.#pointAt(id) };
    this.#toNewest.addEventListener("click", () => this.#scrollToEnd("smooth"));
    this.#scroller.addEventListener("scroll", () => {
      this.#toNewest.hidden ||= this.#atEnd();
    });
    // A taller text field or a picture that arrives late must not push the newest message away.
    new ResizeObserver(() => this.#stick && this.#scrollToEnd("instant")).observe(this.#scroller);
    this.#list.addEventListener("load", () => this.#stick && this.#scrollToEnd("instant"), { capture: true });
  }

  /** @param conversation the sandbox' messages document; @param now business time, for "Today" */
  show(conversation, now) {
    const { number, count } = this.#shown;
    // Fewer messages than before: the sandbox was reset, and may give the same ids out again.
    const other = conversation.number !== number || conversation.messages.length < count;
    if (other) {
      this.#bubbles.clear();
      this.#days.clear();
      this.#list.replaceChildren();
    }
    const wasAtEnd = other || this.#atEnd();
    byId("hello").hidden = conversation.messages.length > 0;
    this.#place(this.#nodesOf(conversation, now));
    this.#follow(conversation, other, wasAtEnd);
  }

  #nodesOf(conversation, now) {
    const byMessageId = new Map(conversation.messages.map((message) => [message.id, message]));
    const tapped = tappedOptions(conversation.messages);
    const seen = new Map();
    const nodes = [];
    let before = null;
    for (const message of conversation.messages) {
      // A test may send a customer's message twice under one id; both are on the phone.
      const copy = (seen.get(message.id) ?? 0) + 1;
      seen.set(message.id, copy);
      const at = new Date(message.at);
      const newDay = before === null || dayKey(new Date(before.at)) !== dayKey(at);
      if (newDay) {
        nodes.push(this.#day(at, now));
      }
      const bubble = this.#bubble(`${message.id} ${copy}`, message, byMessageId.get(message.reply_to), conversation);
      bubble.update(message, tapped.get(message.id) ?? new Set());
      bubble.node.classList.toggle("first", newDay || before.from !== message.from);
      nodes.push(bubble.node);
      before = message;
    }
    return nodes;
  }

  #day(at, now) {
    const key = dayKey(at);
    if (!this.#days.has(key)) {
      this.#days.set(key, element("li", { class: "day", "data-testid": "day" }));
    }
    const node = this.#days.get(key);
    write(node, dayName(at, now));
    return node;
  }

  #bubble(key, message, quoted, { business }) {
    if (!this.#bubbles.has(key)) {
      this.#bubbles.set(key, new Bubble(message, { quoted, business, ...this.#actions }));
    }
    return this.#bubbles.get(key);
  }

  /** Puts the nodes in this order, leaving alone those that already stand right. */
  #place(nodes) {
    const wanted = new Set(nodes);
    [...this.#list.children].filter((node) => !wanted.has(node)).forEach((node) => node.remove());
    let cursor = this.#list.firstChild;
    for (const node of nodes) {
      if (node === cursor) {
        cursor = cursor.nextSibling;
      } else {
        this.#list.insertBefore(node, cursor);
      }
    }
  }

  #follow({ number, messages }, other, wasAtEnd) {
    const more = messages.length > this.#shown.count;
    this.#shown = { number, count: messages.length };
    if (other) {
      this.#scrollToEnd("instant");
    } else if (more && (wasAtEnd || messages.at(-1).from === "customer")) {
      this.#scrollToEnd("smooth");
    } else if (more) {
      this.#toNewest.hidden = false;
    }
  }

  #atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#stick = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
    return this.#stick;
  }

  #scrollToEnd(behavior) {
    this.#toNewest.hidden = true;
    this.#stick = true;
    this.#scroller.scrollTo({ top: this.#scroller.scrollHeight, behavior });
  }

  #pointAt(id) {
    const node = [...this.#list.children].find((child) => child.dataset.id === id);
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
    node?.classList.add("pointed-at");
    setTimeout(() => node?.classList.remove("pointed-at"), 1_200);
  }
}

/** Message id to the ids of its options that were tapped, as the taps among the messages tell. */
function tappedOptions(messages) {
  const tapped = new Map();
  for (const { reply_to: id, reply } of messages) {
    if (id && reply) {
      tapped.set(id, (tapped.get(id) ?? new Set()).add(reply.id));
    }
  }
  return tapped;
}
