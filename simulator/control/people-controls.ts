import { SECOND } from "../clock";
import { addKeys } from "../iam/issue-keys";
import { passcodeAt } from "../iam/passcode";
import { Mistake } from "../mistake";
import { readSentence } from "../read-sentence";
import type { Simulation } from "../simulation";
import { isoTime } from "../timestamps";
import { userChangeSchema, type UserChange } from "../world/people-spec";
import type { Role } from "../world/roles";
import { userNamed } from "../world/world";

/** Temporary keys as they are handed out. */
export interface HandedKeys {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** A user without any secret. */
export interface UserView {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** An access key or a user that is locked: `key SIMULATORACCESS00001` or `user <id>`. */
export interface LockView {
  readonly of: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** What users and their administrators do beside the service. Each throws a sentence on what it cannot use. */
export interface PeopleControls {
  /** What the user's MFA device shows now. */
  passcode(userName: string): string;
  /** Temporary keys of a user (the first one when left out) for so many seconds, 900 by default. */
  temporaryKeys(userName?: string, seconds?: number): HandedKeys;
  /** Gives a user other keys, another password or another role. Tokens and temporary keys stay valid. */
  changeUser(userName: string, change: UserChange): UserView;
  /** Whose credentials are locked at this moment. */
  locks(): readonly LockView[];
}

export function peopleControls(simulation: Simulation): PeopleControls {
  const now = () => simulation.clock.now();
  return {
    passcode: (userName) => {
      const { name, mfaSeed } = userNamed(simulation.world, userName);
      if (mfaSeed === null) throw new Mistake(`The user "${name}" has no MFA; give the world's user an mfaSeed.`);
      return passcodeAt(mfaSeed, now());
    },
    temporaryKeys: (userName, seconds = 900) => {
      const user = userNamed(simulation.world, userName);
      if (!(seconds > 0)) throw new Mistake("Give a number of seconds above 0 that the keys are valid.");
      const { accessKey, secretKey, securityToken, expiresAt } = addKeys(
        simulation,
        user,
        null,
        now() + seconds * SECOND,
      );
      return { accessKey, secretKey, securityToken, expiresAt: isoTime(expiresAt) };
    },
    changeUser: (userName, given) => {
      const change = readSentence(userChangeSchema, given, "The change of the user");
      const user = userNamed(simulation.world, userName);
      const taken = simulation.world.users.some((each) => each !== user && each.accessKey === change.accessKey);
      if (taken) throw new Mistake("That access key is another user's.");
      user.accessKey = change.accessKey ?? user.accessKey;
      user.secretKey = change.secretKey ?? user.secretKey;
      user.password = change.password ?? user.password;
      user.role = change.role ?? user.role;
      return { id: user.id, name: user.name, role: user.role };
    },
    locks: () => simulation.locks.list(now()).map(({ of, until }) => ({ of, until: isoTime(until) })),
  };
}
