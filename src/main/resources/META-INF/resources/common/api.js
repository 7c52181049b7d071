/** Calls to our own server. What it refuses is thrown as a {@link Problem} with words for a person. */

export class Problem extends Error {
  /** @param status the HTTP status; 0 when there was no answer at all */
  constructor(status, title, detail) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const put = (path, body = {}) => call("PUT", path, body);

/** A POST that is answered by a text. */
export async function postForText(path, body) {
  const response = await answer("POST", path, body, "application/yaml, application/problem+json");
  const text = await response.text();
  if (!response.ok) {
    throw problem(response, text);
  }
  return text;
}

async function call(method, path, body) {
  const response = await answer(method, path, body);
  const text = await response.text();
  if (!response.ok) {
    throw problem(response, text);
  }
  return text ? JSON.parse(text) : null;
}

async function answer(method, path, body, accept = "application/json, application/problem+json") {
  const json = body === undefined ? {} : { "Content-Type": "application/json" };
  try {
    return await fetch(path, {
      method,
      headers: { Accept: accept, ...json },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, "No answer", "The server does not answer. Is it running?");
  }
}

function problem(response, text) {
  try {
    const { title, detail } = JSON.parse(text);
    return new Problem(response.status, title ?? `Error ${response.status}`, detail);
  } catch {
    return new Problem(response.status, `Error ${response.status}`, response.statusText);
  }
}
