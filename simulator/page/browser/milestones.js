/**
 * @typedef {import("../view").CloudView} CloudView
 * @typedef {{ what: string, status: string }} Stage
 */

const ENDS = new Map([
  ["succeed", "has succeeded"],
  ["failed", "has failed"],
  ["deleted", "is deleted"],
  ["expired", "has expired"],
]);

/** So many are told one by one. */
const MOST = 3;

/** What a listener wants to hear between two views: beginnings and ends, no percents. @param {CloudView} before @param {CloudView} after */
export function milestones(before, after) {
  const past = stagesOf(before);
  const told = [...stagesOf(after)].flatMap(([id, { what, status }]) => {
    const old = past.get(id)?.status;
    if (old === status) return [];
    const end = ENDS.get(status);
    if (end !== undefined) return [`${what} ${end}.`];
    return old === undefined ? [`${what} has begun.`] : [];
  });
  return told.length > MOST ? `${told.length} backups and restores have changed.` : told.join(" ");
}

/** @param {CloudView} cloud @returns {Map<string, Stage>} */
function stagesOf({ instances }) {
  /** @type {Map<string, Stage>} */
  const stages = new Map();
  for (const { name, backups, restores } of instances) {
    for (const { id, status } of backups) stages.set(id, { what: `A backup of ${name}`, status });
    for (const { id, status } of restores) stages.set(id, { what: `A restore of ${name}`, status });
  }
  return stages;
}
