import { listen } from "./connection.js";
import { part, setText } from "./elements.js";
import { showInstances } from "./instances.js";
import { showJournal } from "./journal.js";
import { milestones } from "./milestones.js";

/** @typedef {import("../view").CloudView} CloudView */

/** @type {CloudView | undefined} */
let cloud;

/** @type {number | undefined} */
let silence;

/** @param {CloudView} next */
function showCloud(next) {
  if (cloud !== undefined) announce(milestones(cloud, next));
  cloud = next;
  const ahead = next.ahead === 0 ? "" : `, its clock ${duration(next.ahead)} ahead`;
  setText(part("place"), `${next.region} at ${location.origin}${ahead}`);
  showInstances(next);
}

/** @param {boolean} isThere */
function showState(isThere) {
  const state = part("state");
  const name = isThere ? "live" : "lost";
  if (state.dataset["state"] === name) return;
  const wasLost = state.dataset["state"] === "lost";
  state.dataset["state"] = name;
  setText(state, isThere ? "Live" : "Connection lost");
  part("lost").hidden = isThere;
  if (!isThere) announce("Connection lost. Trying again.");
  else if (wasLost) announce("The simulator answers again.");
}

/** For who listens; it is taken away again, so that the same words can be said twice. @param {string} words */
function announce(words) {
  if (words === "") return;
  clearTimeout(silence);
  setText(part("announcement"), words);
  silence = window.setTimeout(() => {
    setText(part("announcement"), "");
  }, 5_000);
}

/** @param {number} ms */
function duration(ms) {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return `${Math.round(ms / 1000)} s`;
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}

for (const place of document.querySelectorAll(".origin")) place.textContent = location.origin;
part("other-port").hidden = location.port === "8420";
part("whole").addEventListener("change", ({ target }) => {
  part("journal").toggleAttribute("data-whole", target instanceof HTMLInputElement && target.checked);
});
const tryNow = listen("_simulator/events", { cloud: showCloud, journal: showJournal }, showState);
part("again").addEventListener("click", tryNow);
