import { element, icon } from "../common/dom.js";
import { dayAndTime } from "../common/time.js";

/** The items of the two lists that look back: why the bot went where it went, and what it sent. */

/** "main_menu → ask_order", and under it the exit and the reason. */
export function transitionItem({ at, flow, step, exit, to, reason, values }, now) {
  return element(
    "li",
    { class: "transition", "data-testid": "transition", dataset: { step, exit, to } },
    element(
      "p",
      { class: "move" },
      element("span", { title: `${flow}#${step}` }, step),
      to ? [icon("arrow", "to"), element("strong", { title: to }, shortTarget(to, flow))] : null,
    ),
    element("time", { datetime: at }, dayAndTime(new Date(at), now)),
    element("p", { class: "reason" }, exit ? element("span", { class: "exit" }, exit) : null, reason ?? ""),
    chips(values),
  );
}

/** A step of the same flow by its own name; a step elsewhere with its flow. */
function shortTarget(to, flow) {
  return to.startsWith(`${flow}#`) ? to.slice(flow.length + 1) : to;
}

function chips(values) {
  const entries = Object.entries(values ?? {});
  if (entries.length === 0) {
    return null;
  }
  const chip = ([name, value]) =>
    element("li", {}, element("span", {}, name), ` ${typeof value === "string" ? value : JSON.stringify(value)}`);
  return element("ul", { class: "chips" }, entries.map(chip));
}

const WORDS = {
  queued: "queued",
  begun: "sending",
  accepted: "accepted",
  refused: "refused",
  superseded: "superseded",
  expired: "expired",
  unclear: "unclear",
  left: "left unclear",
  dropped: "dropped",
};

export function outboxItem({ id, kind, state, delivery, attempts, why, at }, now) {
  const shown = delivery ?? state;
  return element(
    "li",
    { "data-testid": "outbox-message", dataset: { state, delivery, id: String(id) } },
    element("span", { class: "outbox-kind" }, kind.replaceAll("_", " ")),
    element("span", { class: "badge", dataset: { state: shown } }, WORDS[shown] ?? shown),
    element("time", { datetime: at }, dayAndTime(new Date(at), now)),
    attempts > 1 ? element("span", { class: "attempts" }, `${attempts} attempts`) : null,
    why ? element("p", { class: "why" }, why) : null,
  );
}
