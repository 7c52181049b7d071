import { byId, write } from "../common/dom.js";

/** The handover: who asked for whom, and what an agent may do with it at this moment. */

const POSSIBLE = {
  asked: ["accepts", "replies", "closes"],
  agent: ["replies", "closes"],
};

export class Agent {
  #buttons = [...document.querySelectorAll("[data-action]")];
  #possible = [];

  /** @param act carries out (action, agent's name); answers when it is done */
  constructor(act) {
    for (const button of this.#buttons) {
      button.addEventListener("click", async () => {
        this.#enable([]);
        await act(button.dataset.action, byId("agent-name").value.trim() || "Maria");
        this.#enable(this.#possible);
      });
    }
  }

  /** @param conversation null where there is none */
  show(conversation) {
    const held = conversation?.open ? (POSSIBLE[conversation.owner] ?? []) : [];
    this.#possible = held;
    this.#enable(held);
    write(byId("handover"), text(conversation, held.length > 0));
    const note = held.length > 0 ? conversation.note : null;
    byId("note").hidden = !note;
    write(byId("note"), note ?? "");
  }

  #enable(actions) {
    for (const button of this.#buttons) {
      button.disabled = !actions.includes(button.dataset.action);
    }
  }
}

function text(conversation, held) {
  if (!held) {
    return "Nobody was asked for. These buttons come alive when the bot hands over.";
  }
  const team = conversation.team ? ` of ${conversation.team}` : "";
  return conversation.owner === "asked"
    ? `An agent${team} was asked for. The bot is silent.`
    : `${conversation.agent ?? "An agent"}${team} has the conversation. The bot is silent.`;
}
