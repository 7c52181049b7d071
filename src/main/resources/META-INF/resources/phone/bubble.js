import { element, icon, webAddress } from "../common/dom.js";
import { clockTime } from "../common/time.js";
import { formatted, plain } from "./formatting.js";

/**
 * One message as WhatsApp draws it. The node is built once; what may change later (ticks, the error,
 * which options were tapped) is written into it, so that neither focus nor scroll is lost.
 */

const STATUS = {
  sent: { drawing: "tick", says: "Sent" },
  delivered: { drawing: "ticks", says: "Delivered" },
  read: { drawing: "ticks", says: "Read" },
  failed: { drawing: "failed", says: "Not delivered" },
};
const OPENERS = {
  product: ["bag", "View product"],
  product_list: ["bag", "View items"],
  catalog_message: ["bag", "View catalog"],
  flow: ["form", "Open form"],
};

export class Bubble {
  node;
  #ticks = element("span", { class: "ticks" });
  #error = element("p", { class: "error", role: "alert", hidden: true });
  #options = new Map();

  /** @param context `quoted` (the message replied to), `business` (its name), `onTap`, `onOpenList`, `onQuote` */
  constructor(message, context) {
    const options = this.#optionsOf(message, context);
    this.node = element(
      "li",
      {
        class: `message from-${message.from}`,
        "data-testid": "bubble",
        dataset: { from: message.from, kind: message.kind, id: message.id },
      },
      element("div", { class: "card" }, this.#inside(message, context)),
      options.length > 0 ? element("div", { class: "options", role: "group", "aria-label": "Options" }, options) : null,
      this.#error,
    );
  }

  /** @param tapped ids of the options of this message that the customer has tapped */
  update({ status, error }, tapped) {
    this.#showStatus(status);
    this.#error.hidden = !error;
    if (this.#error.textContent !== (error ?? "")) {
      this.#error.textContent = error ?? "";
    }
    for (const [id, button] of this.#options) {
      button.classList.toggle("tapped", tapped.has(id));
    }
  }

  #showStatus(status) {
    if (this.node.dataset.status === (status ?? "")) {
      return;
    }
    this.node.dataset.status = status ?? "";
    const shown = STATUS[status];
    this.#ticks.replaceChildren(...(shown ? [icon(shown.drawing, shown.says)] : []));
    this.#ticks.title = shown?.says ?? "";
  }

  #inside(message, context) {
    const meta = element(
      "span",
      { class: "meta" },
      element("time", { datetime: message.at }, clockTime(new Date(message.at))),
      this.#ticks,
    );
    const footer = message.footer && element("span", { class: "footer", dir: "auto" }, message.footer);
    return [
      context.quoted ? quote(context.quoted, context) : null,
      ...header(message.header),
      element("div", { class: "body", dir: "auto" }, ...body(message)),
      footer ? element("div", { class: "last-line" }, footer, meta) : meta,
    ];
  }

  #optionsOf(message, { onTap, onOpenList }) {
    const buttons = message.buttons ?? message.template?.buttons?.map(({ payload, text }) => ({ id: payload, title: text }));
    const options = (buttons ?? []).map(({ id, title }) => {
      const button = option("reply", title, { "data-testid": "option", dataset: { id } });
      button.addEventListener("click", () => onTap(message, id, button));
      this.#options.set(id, button);
      return button;
    });
    if (message.list) {
      const opener = option("list", message.list.button, { "data-testid": "list-open", "aria-haspopup": "dialog" });
      opener.addEventListener("click", () => onOpenList(message, opener));
      options.push(opener);
    }
    if (OPENERS[message.kind]) {
      const [drawing, title] = OPENERS[message.kind];
      options.push(option(drawing, title, { disabled: true, title: "This phone does not open these" }));
    }
    return options;
  }
}

function option(drawing, title, properties) {
  return element("button", { type: "button", class: "option", ...properties }, icon(drawing), element("span", { dir: "auto" }, title));
}

function body(message) {
  if (message.reply) {
    const { title, description } = message.reply;
    return description ? [title, "\n", element("small", {}, description)] : [title];
  }
  if (message.body) {
    return formatted(message.body);
  }
  return [element("i", {}, message.kind === "unsupported" ? "This message is of a kind this phone cannot show." : message.kind)];
}

function header(given) {
  if (!given) {
    return [];
  }
  if (given.type === "text") {
    return [element("div", { class: "title", dir: "auto" }, given.text)];
  }
  const address = webAddress(given.link);
  if (address === null) {
    return [stand(given.type, given.link)];
  }
  return [given.type === "image" ? picture(address) : attachment(given.type, address)];
}

/** The picture, or a drawing in its place when its address gives none. */
function picture(address) {
  const image = element("img", { class: "media", src: address, alt: "Picture", loading: "lazy" });
  image.addEventListener("error", () => image.replaceWith(stand("image", address)), { once: true });
  return image;
}

function attachment(type, address) {
  return element("a", { class: "attachment", href: address, target: "_blank", rel: "noopener noreferrer" }, stand(type, address));
}

function stand(type, address) {
  const name = decodeURI(address ?? "").split(/[?#]/u)[0].split("/").pop() || type;
  return element("div", { class: `stand ${type}`, title: address }, icon(type === "video" ? "play" : type), element("span", {}, name));
}

function quote(quoted, { business, onQuote }) {
  const text = plain(quoted.reply?.title ?? quoted.body ?? quoted.kind);
  return element(
    "button",
    { type: "button", class: "quote", title: "Show this message", onclick: () => onQuote(quoted.id) },
    element("strong", {}, quoted.from === "business" ? business : "You"),
    element("span", { dir: "auto" }, text),
  );
}
