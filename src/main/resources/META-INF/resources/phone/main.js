import { post } from "../common/api.js";
import { byId, write } from "../common/dom.js";
import { Live } from "../common/live.js";
import { clockTime } from "../common/time.js";
import { attempt, showProblem } from "../common/toast.js";
import { Banners } from "./banners.js";
import { BusinessClock } from "./business-clock.js";
import { Composer } from "./composer.js";
import { Customers, initial } from "./customers.js";
import { Sheet } from "./sheet.js";
import { StatePanel } from "./state-panel.js";
import { TestCase } from "./test-case.js";
import { Thread } from "./thread.js";

/**
 * Holds the page together: which customer is in the hand, the two live streams that tell of them,
 * and what their taps and the buttons beside the phone send.
 */

const CHANNEL = new URLSearchParams(location.search).get("channel") ?? "main";
/** A conversation begins a little after the message that began it was written. */
const A_MOMENT = 5_000;
const POLL = 4_000;
const READING = 700;

const clock = new BusinessClock();
const sheet = new Sheet();
const thread = new Thread({ onTap: tap, onOpenList: openList });
const composer = new Composer((text) => attempt(() => post(`${phone()}/texts`, { text })));
const customers = new Customers(clock, choose);
const panel = new StatePanel(clock, {
  agent: (action, agent) => attempt(() => post(`${contact()}/agent`, { action, agent })),
  advance: (milliseconds) => attempt(() => clock.advance(milliseconds)),
});

let number = null;
let conversation = null;
let streams = [];
let statuses = {};
let lastRead = null;
let reading = null;

const phone = () => `/sandbox/phones/${encodeURIComponent(number)}`;
const contact = () => `/api/v1/contacts/${CHANNEL}/${encodeURIComponent(number)}`;

function choose(chosen) {
  if (chosen !== number) {
    history.replaceState(null, "", `#${chosen}`);
    number = chosen;
    sheet.close();
    composer.clear();
    clearTimeout(reading);
    reading = null;
    panel.show(null);
    connect();
  }
  customers.mark(chosen);
  document.title = `Tapflow · ${chosen}`;
}

function connect() {
  disconnect();
  const status = (name) => (state) => showStatus(name, state);
  streams = [
    new Live(`${phone()}/live`, { messages: showMessages, clock: refreshClock }, status("phone")),
    new Live(`${contact()}/live`, { state: (state) => panel.show(state.contact ? state : null) }, status("state")),
  ];
}

function disconnect() {
  streams.forEach((stream) => stream.close());
  streams = [];
}

/** One sign for both streams, showing the worse of the two. */
function showStatus(name, state) {
  statuses[name] = state;
  const all = Object.values(statuses);
  const worst = ["reconnecting", "connecting"].find((each) => all.includes(each)) ?? "live";
  const sign = byId("connection");
  if (sign.dataset.status === "reconnecting" && worst === "live") {
    refreshClock();
  }
  sign.dataset.status = worst;
  write(sign, worst === "live" ? "Live" : `${worst === "connecting" ? "Connecting" : "Reconnecting"}…`);
}

function showMessages(shown) {
  conversation = shown;
  write(byId("business-name"), shown.business);
  write(byId("business-avatar"), initial(shown.business));
  write(byId("holder"), `${shown.name ?? shown.number}'s phone`);
  thread.show(shown, clock.now());
  readSoon();
  customers.refresh().catch(() => {});
}

/** A person who looks at the phone has read it: said once for each newest message. */
function readSoon() {
  const newest = conversation?.messages.findLast(isUnread);
  if (!newest || newest.id === lastRead || document.hidden || reading !== null) {
    return;
  }
  reading = setTimeout(() => {
    reading = null;
    lastRead = newest.id;
    post(`${phone()}/read`).catch(showProblem);
  }, READING);
}

const isUnread = ({ from, status }) => from === "business" && (status === "sent" || status === "delivered");

async function tap(message, optionId, button) {
  button.setAttribute("aria-busy", "true");
  await send(message.id, optionId);
  button.removeAttribute("aria-busy");
}

function openList(message, opener) {
  sheet.open(message.list, opener, (rowId) => send(message.id, rowId));
}

const send = (messageId, optionId) =>
  attempt(() => post(`${phone()}/taps`, { message_id: messageId, option_id: optionId }));

function refreshClock() {
  clock.refresh().catch(() => {});
}

clock.addEventListener("tick", () => write(byId("phone-time"), clockTime(clock.now())));

// "Today" over the messages becomes "Yesterday" when a day has gone.
clock.addEventListener("day", () => {
  if (conversation !== null) {
    thread.show(conversation, clock.now());
  }
});

byId("align").addEventListener("click", () => attempt(() => clock.align()));

// A browser grants a host six connections in all; a page that nobody sees gives its two back.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    disconnect();
  } else if (number !== null) {
    connect();
    refreshClock();
  }
});

/** The customer named in the address, so that a page can be linked to; else the first. */
async function chooseFromAddress() {
  const numbers = await customers.refresh();
  const wanted = decodeURIComponent(location.hash.slice(1));
  choose(numbers.find((known) => known === wanted || known === `+${wanted}`) ?? numbers[0]);
}

addEventListener("hashchange", () => attempt(chooseFromAddress));

/** What no stream tells: customers written to from elsewhere, clocks moved from another page. */
function poll() {
  if (!document.hidden) {
    refreshClock();
    (number === null ? chooseFromAddress() : customers.refresh()).catch(() => {});
  }
}

new TestCase(() => conversation, () => panel.since - A_MOMENT, attempt);
new Banners().start();
setInterval(poll, POLL);
refreshClock();
attempt(chooseFromAddress);
