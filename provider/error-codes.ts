/** What an error code means: when it occurs, and what to do. `docs/errors.md` is made from this. */
interface ErrorCode {
  readonly when: string;
  readonly remedy: string;
}

/**
 * Every code of a `DcsError`. The list is closed: switch over it, and the compiler tells you when a case is missing.
 *
 * @public docs/errors.md is made from it
 */
export const ERROR_CODES = {
  "bad-configuration": {
    when: "The region, the project, an endpoint, the API version, a proxy or a file of certificates or clouds is not known, or is not what it should be.",
    remedy: "Give the value that the message names: as an argument, as configuration, or in the environment.",
  },
  "no-credentials": {
    when: "No source holds a complete set of credentials.",
    remedy:
      "Set one complete set in one source, as the message lists them; `pulumi-dcs-backup whoami` tells what is found.",
  },
  "credentials-refused": {
    when: "IAM, DCS or the gateway before it does not accept the credentials.",
    remedy: "Check the credentials at the source that the message names; `pulumi-dcs-backup whoami` asks both again.",
  },
  "not-allowed": {
    when: "The credentials are good, but may not do this.",
    remedy: "Give their identity the permission: DCS UserAccess can take, list and delete backups.",
  },
  "project-unknown": {
    when: "The project's ID or name is malformed or does not exist, or the credentials belong to another project.",
    remedy: "Check the project's ID or name, and that the credentials belong to it.",
  },
  "api-not-published": {
    when: "The gateway does not publish the version of the API that was asked for.",
    remedy: "Set the argument `apiVersion`, or the configuration `dcs:apiVersion`, to the other version.",
  },
  unreachable: {
    when: "No answer came, after several attempts. A deletion may have been carried out all the same; the state keeps the resource.",
    remedy: "Check the endpoint, the network and any proxy; run pulumi again.",
  },
  "instance-unknown": {
    when: "DCS does not know the instance in this project and region.",
    remedy: "Check the instance ID, the region and the project.",
  },
  "instance-unsuitable": {
    when: "The instance cannot be backed up, for example since it is a single node.",
    remedy: "Choose a master/standby, cluster or read/write splitting instance.",
  },
  "instance-busy": {
    when: "The instance was occupied until the deadline of the operation.",
    remedy: "Run pulumi again when the instance is idle, or raise `timeouts`.",
  },
  "backup-failed": {
    when: "The backup failed. If it was made by this resource, its record was removed; one to adopt is left where it is.",
    remedy: "Read the reason in the message; run `pulumi up` to try again, or adopt another one.",
  },
  "backup-missing": {
    when: "A backup is not where it should be, for example at a new endpoint, or a lookup finds none.",
    remedy: "Undo the change that the message names, or replace the backup; check what the lookup asks for.",
  },
  "restore-failed": {
    when: "A restore failed, and what the instance holds is not known; or it was done, and another one has overwritten the instance.",
    remedy:
      "Read the reason in the message, and look at the instance; run `pulumi up`, or give other triggers, to restore again.",
  },
  ambiguous: {
    when: "A lookup that wants one backup or one instance finds several.",
    remedy: "Ask more narrowly, by ID at best, or for the most recent one.",
  },
  deadline: {
    when: "The operation's time was up before it was certain how things are. The resource stays in the state.",
    remedy: "Run pulumi again to go on, or raise `timeouts`.",
  },
  interrupted: {
    when: "Pulumi was asked to stop. A backup whose ID is known stays in the state.",
    remedy: "Run pulumi again to go on.",
  },
  "answer-lost": {
    when: "An order may have reached DCS, but its answer never came, and whether a backup was made, or a restore begun, could not be seen.",
    remedy:
      "Look for the remark that the message names in the instance's list of backups, or restores; run pulumi again.",
  },
  "answer-unreadable": {
    when: "An answer, or a list, is not what the API describes, or contradicts itself: it proves nothing.",
    remedy: "Check that the endpoint is DCS's; run pulumi again.",
  },
  refused: {
    when: "DCS refuses the request for another reason, which the message quotes.",
    remedy: "Check the arguments of the resource against the reason.",
  },
  "service-failure": {
    when: "DCS or its gateway failed, and went on failing.",
    remedy: "Run pulumi again later; give the request ID to the provider's support if it stays.",
  },
} as const satisfies Record<string, ErrorCode>;

/** What went wrong, as one closed list. */
export type DcsErrorCode = keyof typeof ERROR_CODES;
