import { get, post } from "../common/api.js";
import { byId, element, icon, write } from "../common/dom.js";
import { dateAndTime } from "../common/time.js";
import { attempt } from "../common/toast.js";

/** What a person must see before anything else: a channel that does not send, a folder that does not lint. */

const EVERY = 4_000;
const FINDINGS_SHOWN = 6;

export class Banners {
  #drawn = "";

  start() {
    this.refresh();
    setInterval(() => document.hidden || this.refresh(), EVERY);
  }

  /** A server that is away, or has no such page, is no news here: the connection's own sign tells. */
  async refresh() {
    const [channels, flows] = await Promise.all([
      get("/api/v1/channels").catch(() => []),
      get("/api/v1/flows").catch(() => null),
    ]);
    this.#showRelease(flows);
    const drawing = JSON.stringify([channels, flows?.findings]);
    if (drawing !== this.#drawn) {
      this.#drawn = drawing;
      const halted = channels.filter(({ state }) => state !== "sending");
      byId("banners").replaceChildren(...halted.map((channel) => this.#channel(channel)), ...findings(flows?.findings ?? []));
    }
  }

  #showRelease(flows) {
    const release = byId("release");
    release.hidden = !flows?.release;
    if (flows?.release) {
      const text = `Release ${flows.release}`;
      if (release.textContent !== "" && release.textContent !== text) {
        // A flow was saved and is live: worth a glance.
        release.animate([{ background: "var(--accent)", color: "var(--on-accent)" }, {}], 2_500);
      }
      write(release, text);
      release.title = `Live since ${dateAndTime(new Date(flows.since))}: ${flows.flows.join(", ")}`;
    }
  }

  #channel({ name, state, why, until }) {
    const stopped = state === "stopped";
    const resume = element("button", { type: "button", class: "button small", "data-testid": "channel-resume" }, "Resume");
    resume.addEventListener("click", () =>
      attempt(async () => {
        await post(`/api/v1/channels/${encodeURIComponent(name)}/resume`);
        await this.refresh();
      }),
    );
    const till = until ? ` until ${dateAndTime(new Date(until))}` : "";
    return element(
      "section",
      { class: `banner ${stopped ? "bad" : "warn"}`, "data-testid": "channel-banner", dataset: { channel: name, state } },
      icon(stopped ? "warning" : "paused"),
      element(
        "div",
        {},
        element("strong", {}, `Channel ${name} is ${state}${till}.`),
        ` ${sentence(why)}Messages stay queued.`,
      ),
      resume,
    );
  }
}

function findings(all) {
  const errors = all.filter(({ severity }) => severity === "error").length;
  if (all.length === 0) {
    return [];
  }
  const title = errors > 0 ? `${count(errors, "error")} in the flows folder.` : `${count(all.length, "warning")} in the flows folder.`;
  const consequence = errors > 0 ? " The release that runs stays on until this is put right." : "";
  const rest = all.length - FINDINGS_SHOWN;
  return [
    element(
      "section",
      { class: `banner ${errors > 0 ? "bad" : "warn"}`, "data-testid": "findings-banner" },
      icon("warning"),
      element(
        "details",
        { open: errors > 0 },
        element("summary", {}, element("strong", {}, title), consequence),
        element("ul", {}, all.slice(0, FINDINGS_SHOWN).map(finding)),
        rest > 0 ? element("p", {}, `and ${rest} more`) : null,
      ),
    ),
  ];
}

const sentence = (text) => (text ? `${text.replace(/[.\s]+$/u, "")}. ` : "");

const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

function finding({ severity, code, file, line, column, message, text }) {
  const source = text ? `${text}\n${" ".repeat(Math.max(0, column - 1))}^` : null;
  return element(
    "li",
    { class: severity, "data-testid": "finding" },
    element("p", {}, element("code", {}, `${file}:${line}:${column}`), ` ${message} `, element("small", {}, code)),
    source ? element("pre", {}, source) : null,
  );
}
