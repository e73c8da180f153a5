import type { z } from "zod";
import { type ApiVersion, type BackupFormat, createBody, pageQuery } from "./api-versions";
import { type Call, type CallOptions, unreadable } from "./call";
import type { HttpAnswer, HttpRequest } from "./exchange";
import { jsonOf } from "./json";
import { type Page, readAll, type Reading } from "./reading";
import {
  BackupPage,
  CreatedBackup,
  InstanceAnswer,
  InstancePage,
  type ListedBackup,
  type ListedInstance,
} from "./wire";
import { FileLinks, type ListedFileLinks } from "./wire-links";
import { type ListedRestore, OrderedRestore, RestorePage } from "./wire-restores";

/** Where the calls of a client go. */
export interface Target {
  /** Base URL of DCS, without a version. */
  readonly endpoint: string;
  readonly projectId: string;
  readonly apiVersion: ApiVersion;
}

/** What a create asks for. */
interface Order {
  readonly remark: string;
  /** v2 only; without it DCS chooses. */
  readonly format?: BackupFormat;
}

/** DCS in our words; every call is bounded by its options' deadline. */
export interface DcsClient {
  /** Asks for a backup and gives its ID; the work has only begun then. */
  createBackup(instanceId: string, order: Order, options: CallOptions): Promise<string>;
  /** One complete reading of an instance's backups, unless `enough` is satisfied by a row before. */
  listBackups(
    instanceId: string,
    options: CallOptions,
    enough?: (row: ListedBackup) => boolean,
  ): Promise<Reading<ListedBackup>>;
  /** Asks for a deletion; it may go on after the answer. */
  deleteBackup(instanceId: string, backupId: string, options: CallOptions): Promise<void>;
  /** Links to a backup's files that are good for so many seconds; v2 only. */
  linkFiles(instanceId: string, backupId: string, expiration: number, options: CallOptions): Promise<ListedFileLinks>;
  /** Asks for an instance to be overwritten with a backup, and gives the ID of the restore; the work has only begun then. */
  restoreBackup(instanceId: string, backupId: string, remark: string, options: CallOptions): Promise<string>;
  /** One complete reading of the restores that overwrite an instance, unless `enough` is satisfied by a row before. */
  listRestores(
    instanceId: string,
    options: CallOptions,
    enough?: (row: ListedRestore) => boolean,
  ): Promise<Reading<ListedRestore>>;
  showInstance(instanceId: string, options: CallOptions): Promise<ListedInstance>;
  listInstances(options: CallOptions): Promise<Reading<ListedInstance>>;
}

/** Rows asked for in one page: no instance keeps more than 24 backups, so one page holds them all if the server allows it. */
const LIMIT = 100;

/** DCS API v1.0 and v2: API reference, pages "Backup and Restoration" and "Lifecycle Management" of both. */
export function dcsClient(call: Call, target: Target): DcsClient {
  const { endpoint, projectId, apiVersion } = target;
  const root = `${endpoint}/${apiVersion}/${encodeURIComponent(projectId)}`;
  const instance = (id: string) => `${root}/instances/${encodeURIComponent(id)}`;
  const headers = { "content-type": "application/json" };
  const get = (url: string): HttpRequest => ({ method: "GET", url, headers });

  return {
    async createBackup(instanceId, { remark, format }, options) {
      const what = `take a backup of DCS instance ${instanceId}`;
      const body = createBody(remark, format);
      const request: HttpRequest = { method: "POST", url: `${instance(instanceId)}/backups`, headers, body };
      return understood(what, CreatedBackup, await call(what, request, options));
    },

    async listBackups(instanceId, options, enough) {
      const what = `list the backups of DCS instance ${instanceId}`;
      const page = async (already: number): Promise<Page<ListedBackup>> => {
        const url = `${instance(instanceId)}/backups?${pageQuery(apiVersion, already, LIMIT)}`;
        return listed(what, BackupPage, await call(what, get(url), options));
      };
      return readAll(what, page, (row) => row.backupId, enough);
    },

    async deleteBackup(instanceId, backupId, options) {
      const what = `delete backup ${backupId} of DCS instance ${instanceId}`;
      const url = `${instance(instanceId)}/backups/${encodeURIComponent(backupId)}`;
      await call(what, { method: "DELETE", url, headers }, options);
    },

    async linkFiles(instanceId, backupId, expiration, options) {
      const what = `get links to the files of backup ${backupId} of DCS instance ${instanceId}`;
      const url = `${instance(instanceId)}/backups/${encodeURIComponent(backupId)}/links`;
      const body = JSON.stringify({ expiration });
      // It makes nothing that stays, so it may be asked for twice.
      const request: HttpRequest = { method: "POST", url, headers, body, idempotent: true };
      return understood(what, FileLinks, await call(what, request, options));
    },

    async restoreBackup(instanceId, backupId, remark, options) {
      const what = `restore backup ${backupId} into DCS instance ${instanceId}`;
      const body = JSON.stringify({ backup_id: backupId, remark });
      const request: HttpRequest = { method: "POST", url: `${instance(instanceId)}/restores`, headers, body };
      return understood(what, OrderedRestore, await call(what, request, options));
    },

    async listRestores(instanceId, options, enough) {
      const what = `list the restores of DCS instance ${instanceId}`;
      const page = async (already: number): Promise<Page<ListedRestore>> => {
        const url = `${instance(instanceId)}/restores?${pageQuery(apiVersion, already, LIMIT)}`;
        return listed(what, RestorePage, await call(what, get(url), options));
      };
      return readAll(what, page, (row) => row.restoreId, enough);
    },

    async showInstance(instanceId, options) {
      const what = `look at DCS instance ${instanceId}`;
      return understood(what, InstanceAnswer, await call(what, get(instance(instanceId)), options));
    },

    async listInstances(options) {
      const what = `list the DCS instances of project ${projectId}`;
      const page = async (already: number): Promise<Page<ListedInstance>> => {
        const url = `${root}/instances?${pageQuery(apiVersion, already, LIMIT)}`;
        return listed(what, InstancePage, await call(what, get(url), options));
      };
      return readAll(what, page, (row) => row.instanceId);
    },
  };
}

/** v2 answers an empty list with 204 and no body. An empty body with another status is a torn answer, not an empty list. */
function listed<Row>(what: string, shape: z.ZodType<Page<Row>>, answer: HttpAnswer): Page<Row> {
  return answer.status === 204 ? { rows: [], total: 0 } : understood(what, shape, answer);
}

function understood<T>(what: string, shape: z.ZodType<T>, answer: HttpAnswer): T {
  const result = shape.safeParse(jsonOf(answer.body));
  if (!result.success) throw unreadable(what, answer);
  return result.data;
}
