import { postForText } from "../common/api.js";
import { byId, element } from "../common/dom.js";

/** Saves the conversation in front of you as a case of a flow's test. */
export class TestCase {
  #conversation;
  #since;

  /** @param conversation gives the messages shown; @param since gives when the conversation began; @param attempt shows what goes wrong */
  constructor(conversation, since, attempt) {
    this.#conversation = conversation;
    this.#since = since;
    byId("save-case").addEventListener("click", () => attempt(() => this.#save()));
  }

  async #save() {
    const acts = actsOf(this.#conversation()?.messages ?? [], this.#since());
    const yaml = await postForText("/api/v1/flows/cases", { name: nameOf(acts), acts });
    const link = element("a", { download: "conversation.test.yaml" });
    link.href = URL.createObjectURL(new Blob([yaml], { type: "application/yaml" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
  }
}

/** What the customer did since then; a tap counts as one on an older message once newer options came. */
function actsOf(messages, since) {
  let newestWithOptions = null;
  const acts = [];
  for (const { id, from, at, kind, body, buttons, list, template, reply, reply_to: tapped } of messages) {
    if (from === "business") {
      newestWithOptions = buttons || list || template?.buttons?.length ? id : newestWithOptions;
    } else if (Date.parse(at) >= since && (kind === "text" || kind === "tap")) {
      acts.push({ at, text: body, option: reply?.id ?? null, older: Boolean(reply) && tapped !== newestWithOptions });
    }
  }
  return acts;
}

const nameOf = (acts) => acts.map(({ text }) => text).join(", ").slice(0, 80);
