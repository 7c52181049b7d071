/** Times as people say them. Days and hours are those of the person's own machine. */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const second = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long" });
const shortDay = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });
const monthDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const longDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

export const clockTime = (at) => hour.format(at);
export const exactTime = (at) => second.format(at);

/** "10:04" for a time of today, "6 Jan, 10:04" for any other. */
export function dayAndTime(at, now) {
  return dayKey(at) === dayKey(now) ? clockTime(at) : `${monthDay.format(at)}, ${clockTime(at)}`;
}

/** "10:04" for a time of today, "6 Jan" for any other: enough for a list of chats. */
export function dayOrTime(at, now) {
  return dayKey(at) === dayKey(now) ? clockTime(at) : monthDay.format(at);
}

/** The whole date, for places that say which day it is. */
export const dateAndTime = (at) => `${shortDay.format(at)}, ${clockTime(at)}`;

/** What a chat writes between the messages of two days. */
export function dayName(at, now) {
  const days = Math.round((midnight(now) - midnight(at)) / DAY);
  if (days === 0) {
    return "Today";
  }
  if (days === 1) {
    return "Yesterday";
  }
  return days > 1 && days < 7 ? weekday.format(at) : longDay.format(at);
}

/** Equal for two times of the same day. */
export const dayKey = (at) => midnight(at).getTime();

function midnight(at) {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  return day;
}

/** "23 h 12 min", "4 min 05 s": two units, the finer the nearer the end. */
export function duration(milliseconds) {
  const total = Math.max(0, Math.floor(milliseconds / SECOND));
  const [days, hours] = [Math.floor(total / 86_400), Math.floor(total / 3_600) % 24];
  const [minutes, seconds] = [Math.floor(total / 60) % 60, total % 60];
  if (days > 0) {
    return `${days} d ${hours} h`;
  }
  if (hours > 0) {
    return `${hours} h ${pad(minutes)} min`;
  }
  return minutes > 0 ? `${minutes} min ${pad(seconds)} s` : `${seconds} s`;
}

const pad = (number) => String(number).padStart(2, "0");
