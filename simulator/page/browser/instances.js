import { clockTime, element, keep, part, setText } from "./elements.js";

/**
 * @typedef {import("../view").CloudView} CloudView
 * @typedef {import("../view").InstanceOnPage} Instance
 * @typedef {import("../view").BackupOnPage} Backup
 * @typedef {import("../view").RestoreOnPage} Restore
 * @typedef {{ id: string, kind: "backup" | "restore", name: string, about: string, status: string, progress: number, state: string }} Work
 */

const MODES = new Map([
  ["ha", "master and standby"],
  ["cluster", "cluster"],
  ["proxy", "proxy cluster"],
  ["ha_rw_split", "read and write split"],
  ["single", "single node"],
]);

/** The service's words, and what they mean here. */
const RUNNING = new Map([
  ["waiting", "queued"],
  ["backuping", "running"],
  ["restoring", "running"],
]);
const ENDED = new Map([
  ["succeed", "succeeded"],
  ["failed", "failed"],
  ["expired", "expired"],
  ["deleted", "deleted"],
]);

/** @param {CloudView} cloud */
export function showInstances({ instances }) {
  keep(part("instances"), instances, makeInstance, updateInstance);
}

/** @param {Instance} instance */
function makeInstance({ id, name }) {
  return element(
    "li",
    {},
    element(
      "article",
      { "aria-labelledby": `name-${id}` },
      element("div", { class: "line" }, element("h3", { id: `name-${id}` }, name), element("p", { class: "status" })),
      element("p", { class: "quiet facts" }),
      element("p", { class: "id" }, id),
      element("ul", { class: "works", "aria-labelledby": `name-${id}` }),
      element("p", { class: "quiet more" }),
    ),
  );
}

/** @param {Element} made @param {Instance} instance */
function updateInstance(made, instance) {
  const { name, cacheMode, status, task, project, deletedBefore } = instance;
  setText(made.querySelector("h3"), name);
  setText(made.querySelector(".status"), task === null || status !== "RUNNING" ? status : `${status}, ${task}`);
  setText(made.querySelector(".facts"), `${MODES.get(cacheMode) ?? cacheMode}, project ${project}`);
  const list = made.querySelector(".works");
  const works = worksOf(instance);
  if (list !== null) keep(list, works, makeWork, updateWork);
  list?.toggleAttribute("hidden", works.length === 0);
  setText(made.querySelector(".more"), moreAbout(cacheMode, works.length, deletedBefore));
}

/** @param {string} mode @param {number} shown @param {number} deletedBefore */
function moreAbout(mode, shown, deletedBefore) {
  if (deletedBefore > 0) return `${deletedBefore} more deleted before.`;
  if (shown > 0) return "";
  return mode === "single" ? "A single node takes no backups." : "No backups.";
}

/** Restores first: while one runs, it is what matters. @param {Instance} instance @returns {Work[]} */
function worksOf({ backups, restores }) {
  return [...restores.map(restoreAsWork), ...backups.map(backupAsWork)];
}

/** @param {Restore} restore @returns {Work} */
function restoreAsWork({ id, backupName, instanceName, status, progress, failure }) {
  const state = stateOf(status, progress, failure, null);
  const about = `from ${backupName} of ${instanceName}`;
  return { id, kind: "restore", name: "Restore", about, status, progress, state };
}

/** @param {Backup} backup @returns {Work} */
function backupAsWork({ id, name, remark, status, progress, failure, deletedAt }) {
  const state = stateOf(status, progress, failure, deletedAt);
  return { id, kind: "backup", name, about: remark ?? "", status, progress, state };
}

/** @param {string} status @param {number} progress @param {string | null} failure @param {string | null} deletedAt */
function stateOf(status, progress, failure, deletedAt) {
  if (status === "deleted" && deletedAt !== null) return `deleted ${clockTime(deletedAt)}`;
  if (status === "failed" && failure !== null) return `failed, ${failure}`;
  if (RUNNING.has(status)) return status === "waiting" ? "queued" : `${progress} %`;
  return ENDED.get(status) ?? status;
}

/** @param {Work} work */
function makeWork({ id, kind, name }) {
  return element(
    "li",
    { class: "work" },
    element(
      "div",
      { class: "line" },
      element("p", { class: "name", id: `work-${id}` }, name),
      element("p", { class: "state-word" }),
    ),
    element("p", { class: "quiet about" }),
    element("progress", { max: "100", value: "0", "aria-label": `Progress of ${kind} ${name}` }),
  );
}

/** @param {Element} made @param {Work} work */
function updateWork(made, { name, about, status, progress, state }) {
  made.setAttribute("data-status", RUNNING.has(status) ? "running" : status);
  setText(made.querySelector(".name"), name);
  setText(made.querySelector(".state-word"), state);
  setText(made.querySelector(".about"), about);
  const bar = made.querySelector("progress");
  if (bar === null) return;
  bar.value = progress;
  bar.hidden = !RUNNING.has(status);
}
