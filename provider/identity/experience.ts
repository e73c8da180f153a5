import type { Clock } from "../clock";
import type { Call } from "../dcs/call";
import type { TokenSource } from "./bearers";
import type { PasscodeToken } from "./passcode";
import type { PasswordTries } from "./password";
import { unlessSilent } from "./silence";
import type { Verdict } from "./verdict";

/** What has come of one set of credentials so far, whichever source it is from. */
export class Experience {
  readonly verdicts = new Map<string, Verdict>();
  readonly tokens = new Map<string, TokenSource>();
  readonly projects = new Map<string, Promise<string>>();
  readonly unlessSilent: (call: Call) => Call;
  tries: PasswordTries | undefined;
  passcode: PasscodeToken | undefined;

  constructor(clock: Clock) {
    this.unlessSilent = unlessSilent(clock);
  }
}
