import type { Connection } from "../dcs/connection";
import { isDone } from "../dcs/statuses";
import { inLetters, lettersOf } from "../lifecycle/letters";
import type { MemberSign } from "../lifecycle/mark";
import type { RotationInputs } from "./inputs";
import { type Member, newestFirst } from "./member";

/**
 * What the state holds of a rotation. Its inputs stand here as of the last complete step, so that an unfinished one is seen
 * to differ and is continued. Later releases only add to it.
 */
export interface RotationOutputs extends Omit<RotationInputs, "keep"> {
  /** Absent until the first step is complete. */
  readonly keep?: number;
  readonly region: string;
  readonly projectId: string;
  readonly endpoint: string;
  /** Newest first. */
  readonly backups: readonly Member[];
  /** The newest good one. */
  readonly latest?: Member;
  /** How many steps are complete. */
  readonly steps: number;
}

/** The outputs of a rotation that has no member yet, and no complete step. */
export function begunOutputs(inputs: RotationInputs, { region, projectId, endpoint }: Connection): RotationOutputs {
  const { keep: _keep, triggers: _triggers, ...others } = inputs;
  return { ...others, region, projectId, endpoint, backups: [], steps: 0 };
}

/** The outputs, at another endpoint or with other credentials. */
export function reachedBy(
  outputs: RotationOutputs,
  { endpoint, cloud }: { readonly endpoint: string; readonly cloud?: string },
): RotationOutputs {
  const { cloud: _cloud, ...others } = outputs;
  return { ...others, endpoint, ...(cloud === undefined ? {} : { cloud }) };
}

/** The outputs with these members. */
export function withMembers(outputs: RotationOutputs, members: readonly Member[]): RotationOutputs {
  const { latest: _latest, ...others } = outputs;
  const backups = [...members].sort(newestFirst);
  const latest = backups.find(({ status }) => isDone(status));
  return { ...others, backups, ...(latest ? { latest } : {}) };
}

/** The outputs once a step is complete: the inputs count from now on, and the next step bears another sign. */
export function completeOutputs(outputs: RotationOutputs, inputs: RotationInputs): RotationOutputs {
  const { region, projectId, endpoint, backups, latest, steps } = outputs;
  const used = backups.some(({ step }) => step === stepSign(steps));
  const place = { region, projectId, endpoint };
  return { ...inputs, ...place, backups, ...(latest ? { latest } : {}), steps: used ? steps + 1 : steps };
}

/** What the member bears that the step to these inputs takes. */
export function signOf({ steps }: RotationOutputs, { triggers }: RotationInputs): MemberSign {
  return { triggersHash: lettersOf(triggers, 4), step: stepSign(steps) };
}

/** Whether a member that bears this step comes from one that is complete. */
export function isOver(step: string, { steps }: Pick<RotationOutputs, "steps">): boolean {
  return step < stepSign(steps);
}

const stepSign = (steps: number) => inLetters(steps, 3);

/** `<instance_id>/<mark>`: the mark is what all its members share. */
export function rotationId({ instanceId, mark }: Pick<RotationOutputs, "instanceId" | "mark">): string {
  return `${instanceId}/${mark}`;
}
