import { element } from "../common/dom.js";

/**
 * WhatsApp's marks as nodes: *bold*, _italic_, ~strike~, `code`, ```mono``` and links. A mark counts
 * where WhatsApp counts it: outside of words and hugging its text, so that 2*3*4 and snake_case stay
 * as they were written.
 */

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?'")\]}]/u;
const RULES = [
  { pattern: /```([\s\S]+?)```/u, node: (match) => element("code", { class: "mono" }, match[1]) },
  { pattern: /`([^`\n]+)`/u, node: (match) => element("code", {}, match[1]) },
  { pattern: LINK, node: (match) => link(match[0]) },
  { pattern: marked("\\*"), node: (match) => element("strong", {}, ...formatted(match[1])) },
  { pattern: marked("_"), node: (match) => element("em", {}, ...formatted(match[1])) },
  { pattern: marked("~"), node: (match) => element("s", {}, ...formatted(match[1])) },
];

function marked(mark) {
  const inside = `[^\\s${mark}](?:[^${mark}\\n]*[^\\s${mark}])?`;
  return new RegExp(`(?<![\\p{L}\\p{N}${mark}])${mark}(${inside})${mark}(?![\\p{L}\\p{N}${mark}])`, "u");
}

/** The text as a list of strings and elements. */
export function formatted(text) {
  const nodes = [];
  let rest = text;
  for (let found = first(rest); found !== null; found = first(rest)) {
    nodes.push(rest.slice(0, found.match.index), found.rule.node(found.match));
    rest = rest.slice(found.match.index + found.match[0].length);
  }
  nodes.push(rest);
  return nodes.filter((node) => node !== "");
}

/** The mark that begins first; of two at one place the one that stands first in the rules. */
function first(text) {
  let best = null;
  for (const rule of RULES) {
    const match = rule.pattern.exec(text);
    if (match !== null && (best === null || match.index < best.match.index)) {
      best = { rule, match };
    }
  }
  return best;
}

function link(text) {
  const href = text.startsWith("www.") ? `https://${text}` : text;
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** The text without its marks, for quotes and previews. */
export function plain(text) {
  return element("span", {}, ...formatted(text)).textContent;
}
