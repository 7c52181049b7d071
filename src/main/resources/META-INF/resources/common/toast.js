import { element, icon } from "./dom.js";

/** Short notices at the edge of the page, for what the server refused. */

const SHOWN_FOR = 9_000;

export function showProblem(problem) {
  console.warn(problem);
  const title = problem.detail ? problem.title : "That did not work";
  toast(title, problem.detail ?? problem.message);
}

function toast(title, detail) {
  const shelf = document.getElementById("toasts");
  const same = [...shelf.children].find((other) => other.dataset.text === title + detail);
  same?.remove();
  const close = element(
    "button",
    { type: "button", class: "toast-close", "aria-label": "Dismiss", onclick: () => node.remove() },
    icon("close"),
  );
  const node = element(
    "div",
    { class: "toast", "data-testid": "toast", dataset: { text: title + detail } },
    icon("warning"),
    element("div", {}, element("strong", {}, title), element("p", {}, detail)),
    close,
  );
  shelf.append(node);
  setTimeout(() => node.remove(), SHOWN_FOR);
}

/** The action, with what it throws shown as a toast; true when it went well. */
export async function attempt(action) {
  try {
    await action();
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}
