import type { Connection } from "../dcs/connection";
import { DcsError } from "../errors";
import type { Opened } from "../identity/connect";
import type { Patience } from "../waiter";

/** What a service said to a question. */
export interface Said {
  readonly answer: "yes" | "probably" | "no" | "not told";
  /** Why, where it is not a plain yes. */
  readonly why?: string;
}

/** What IAM and DCS say of the credentials, and what the role may do. */
export interface Verdicts {
  readonly project: { readonly id: string; readonly name?: string } | undefined;
  readonly iam: Said;
  readonly dcs: Said;
  readonly list: Said;
  readonly create: Said;
  readonly delete: Said;
}

/** No instance and no backup has this ID: what is asked of it cannot be done, only refused. */
const NOBODY = "00000000-0000-4000-8000-000000000000";

const YES: Said = { answer: "yes" };

/** DCS is asked for its instances once; where that failed, "DCS accepts" has the reason. */
const UNLISTED: Said = { answer: "not told", why: "the list could not be read, as said above" };

const UNASKED: Said = { answer: "not told", why: "it was not asked, as what comes before failed" };

/**
 * Asks IAM for the projects that the credentials may see, and DCS for its instances; then for a backup of an instance that
 * does not exist, and its deletion: which reason comes back tells whether the role would have been enough.
 */
export async function askServices(opened: Opened, patience: Patience): Promise<Verdicts> {
  const { identity, plan } = opened;
  let connection: Connection;
  try {
    connection = await opened.connect();
  } catch (error) {
    const told = isUnknownProject(error) ? { iam: YES, dcs: notTold(error) } : { iam: no(error), dcs: UNASKED };
    return { project: undefined, ...told, list: UNASKED, create: UNASKED, delete: UNASKED };
  }
  const { client, projectId } = connection;
  const visible = plan.place.authUrl ? await settled(identity.projects(projectId)) : undefined;
  const listed = await settled(client.listInstances(patience));
  const dcs: Said = "value" in listed || mayNot(listed.error) ? YES : no(listed.error);
  const ask = async (work: Promise<unknown>) => (dcs.answer === "yes" ? ofProbe(await settled(work)) : UNASKED);
  const options = { ...patience, whenBusy: "fail" as const };
  return {
    project: { id: projectId, ...nameOf(projectId, visible) },
    iam: ofIam(visible),
    dcs,
    list: dcs.answer === "yes" ? ofList(listed) : UNLISTED,
    create: dcs.answer === "yes" ? await ask(client.createBackup(NOBODY, { remark: "" }, options)) : UNASKED,
    delete: dcs.answer === "yes" ? await ask(client.deleteBackup(NOBODY, NOBODY, options)) : UNASKED,
  };
}

type Settled<T> = { readonly value: T } | { readonly error: DcsError };

async function settled<T>(work: Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work };
  } catch (error) {
    if (error instanceof DcsError) return { error };
    throw error;
  }
}

/** Who is told that there is no such project has been recognized. */
function isUnknownProject(error: unknown): error is DcsError {
  return error instanceof DcsError && error.code === "project-unknown";
}

const notTold = ({ message }: DcsError): Said => ({ answer: "not told", why: message });

const mayNot = ({ code }: DcsError) => code === "not-allowed";

function no(error: unknown): Said {
  if (!(error instanceof DcsError)) throw error;
  const isRefusal = ["credentials-refused", "project-unknown", "not-allowed"].includes(error.code);
  return { answer: isRefusal ? "no" : "not told", why: error.message };
}

function ofIam(visible: Settled<readonly unknown[]> | undefined): Said {
  if (!visible) return { answer: "not told", why: "its address is not known; give dcs:authUrl or OS_AUTH_URL" };
  if ("value" in visible) return YES;
  // Who may not list projects has been recognized all the same.
  return mayNot(visible.error) || isUnknownProject(visible.error) ? YES : no(visible.error);
}

const ofList = (listed: Settled<unknown>): Said => ("value" in listed ? YES : no(listed.error));

/** The right is looked at before the instance, as far as is known: "there is no such instance" says that it was there. */
function ofProbe(probed: Settled<unknown>): Said {
  if ("value" in probed) return YES;
  if (mayNot(probed.error)) return { answer: "no", why: probed.error.message };
  if (["instance-unknown", "refused"].includes(probed.error.code)) {
    return { answer: "probably", why: "asked for an instance that does not exist, DCS refused it for that reason" };
  }
  return notTold(probed.error);
}

function nameOf(projectId: string, visible: Settled<readonly { id: string; name: string }[]> | undefined) {
  const found = visible && "value" in visible ? visible.value.find(({ id }) => id === projectId) : undefined;
  return found ? { name: found.name } : {};
}
