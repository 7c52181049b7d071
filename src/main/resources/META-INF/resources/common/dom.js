/**
 * Builds elements without HTML strings, so that whatever a customer or a flow wrote can only ever
 * become text.
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element of the given tag. Of `properties`, `class`, `dataset` and functions named `on…` mean
 * what they say; null, undefined and false are left out; everything else is an attribute. Strings
 * among `children` become text nodes.
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    set(node, name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name === "dataset") {
    for (const [key, text] of Object.entries(value)) {
      node.dataset[key] = text ?? "";
    }
  } else if (typeof value === "function") {
    node.addEventListener(name.slice(2), value);
  } else {
    node.setAttribute(name, value === true ? "" : value);
  }
}

/** One drawing of `icons.svg`; mute unless it is given a label. */
export function icon(name, label) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/common/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export const byId = (id) => document.getElementById(id);

/** Writes a text only when it differs, so that a screen reader is not told the same thing again. */
export function write(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** The address when it is one of the web, else null: a `javascript:` link is not to be offered. */
export function webAddress(text) {
  try {
    const url = new URL(text, location.href);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}
