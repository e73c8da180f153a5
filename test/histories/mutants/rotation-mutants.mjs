// Bugs to plant into rotations and restores; see mutants.mjs.

/** @type {readonly { bug: string, file: string, from: string, to: string }[]} */
export const ROTATION_MUTANTS = [
  {
    bug: "a rotation makes room before its new backup is there",
    file: "provider/rotation/update.ts",
    from: "    const connection = await reached(ledger, inputs, operation);",
    to: "    const connection = await reached(ledger, inputs, operation);\n    await prune(ledger, { ...inputs, keep: inputs.keep - 1 }, connection, operation);",
  },
  {
    bug: "a rotation keeps the oldest",
    file: "provider/rotation/prune.ts",
    from: "single.slice(0, keep)",
    to: "single.slice(-keep)",
  },
  {
    bug: "a rotation keeps both that one step has made",
    file: "provider/rotation/prune.ts",
    from: "good.filter((member, index) => !good.slice(index + 1).some((older) => isOfOneStep(member, older)))",
    to: "good",
  },
  {
    bug: "a rotation keeps the records of failed members",
    file: "provider/rotation/prune.ts",
    from: 'member.status === "failed"',
    to: "false",
  },
  {
    bug: "a member counts as gone although its deletion failed",
    file: "provider/rotation/prune.ts",
    from: "await removeBackup(backup, connection, operation, patience)",
    to: 'await removeBackup(backup, connection, operation, patience).catch(() => "absent-before" as const)',
  },
  {
    bug: "a rotation does not take over what a killed run has taken",
    file: "provider/rotation/look.ts",
    from: "member ?? memberSignIn(row.remark, mark)",
    to: "member",
  },
  {
    bug: "a member that is not listed yet is struck",
    file: "provider/rotation/look.ts",
    from: "!isListed(one) && !isPerhapsLate(one, ledger, operation)",
    to: "!isListed(one)",
  },
  {
    bug: "a step that failed midway loses the IDs of its members",
    file: "provider/rotation/ledger.ts",
    from: "if (!changed && !keep) return error;",
    to: "if (!changed || !keep) return error;",
  },
  {
    bug: "the destroy of a rotation deletes only what its state knows",
    file: "provider/rotation/delete.ts",
    from: "if (left.length === 0 && patience.clock.now() >= lateUntil) break;",
    to: "break;",
  },
  {
    bug: "a copied remark makes a member",
    file: "provider/rotation/own-backups.ts",
    from: 'if (!sign || row.type !== "manual") return false;',
    to: "if (sign ?? !sign) return sign !== undefined;",
  },
  {
    bug: "a step that was interrupted takes another backup",
    file: "provider/rotation/step.ts",
    from: "  if (backups.some((member) => isDone(member.status) && isOf(sign, member))) return;",
    to: "",
  },
  {
    bug: "the last member is found to be gone, and the update is content",
    file: "provider/rotation/step.ts",
    from: "steps === 0 || backups.length === 0 ||",
    to: "steps === 0 ||",
  },
  {
    bug: "an orphan deletes the members of a rotation",
    file: "provider/rotation/behaviour.ts",
    from: "discard: () => Promise.resolve(),",
    to: "discard: (outputs: Properties) => deleteRotation(outputsOf(outputs), operation(new AbortController().signal)),",
  },
  {
    bug: "a restore does not look for what an earlier run has ordered",
    file: "provider/restore/create.ts",
    from: 'earlier: sight.seen === "listed" ? sight.row : undefined,',
    to: "earlier: undefined as ListedRestore | undefined,",
  },
  {
    bug: "a refresh drops a restore whose record is gone",
    file: "provider/restore/read.ts",
    from: "  return { id, props: stored };",
    to: '  return { id: "", props: stored };',
  },
];
