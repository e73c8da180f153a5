import { Mistake } from "../mistake";
import { readSentence } from "../read-sentence";
import type { Simulation } from "../simulation";
import { backupChangeSchema, changedBackup, type BackupChange } from "../world/backup-change";
import { buildInstance } from "../world/build-instance";
import { changeBackup, changeRestore, type Instance } from "../world/instance";
import { changeInstance, instanceChangeSchema, type InstanceChange } from "../world/instance-change";
import { instanceSchema, type InstanceSpec } from "../world/instance-spec";
import { changedRestore, restoreChangeSchema, type RestoreChange } from "../world/restore-change";
import { projectNamed } from "../world/world";
import {
  viewBackup,
  viewInstance,
  viewRestore,
  type BackupView,
  type InstanceView,
  type RestoreView,
} from "./world-view";

/** What somebody else may do to the simulated cloud while we look away. Each throws a sentence on what it cannot use. */
export interface WorldControls {
  /** Fails, expires, deletes, sticks or rewrites a backup. */
  changeBackup(id: string, change: BackupChange): BackupView;
  /** Fails, sticks or rewrites a restore. */
  changeRestore(id: string, change: RestoreChange): RestoreView;
  /** Makes an instance, as a world file describes it. */
  addInstance(spec: InstanceSpec): InstanceView;
  changeInstance(id: string, change: InstanceChange): InstanceView;
  /** Deletes an instance, and its backups with it. */
  deleteInstance(id: string): void;
}

export function worldControls(simulation: Simulation): WorldControls {
  const now = () => simulation.clock.now();
  return {
    changeBackup: (id, given) => {
      const change = readSentence(backupChangeSchema, given, "The change of the backup");
      const instance = simulation.world.instances.find(({ backups }) => backups.some((backup) => backup.id === id));
      const backup = instance?.backups.find((each) => each.id === id);
      if (instance === undefined || backup === undefined) throw new Mistake(`There is no backup ${id}.`, 404);
      const after = changedBackup(backup, change, now());
      changeBackup(instance, id, after);
      return viewBackup(after, now());
    },
    changeRestore: (id, given) => {
      const change = readSentence(restoreChangeSchema, given, "The change of the restore");
      const instance = simulation.world.instances.find(({ restores }) => restores.some((restore) => restore.id === id));
      const restore = instance?.restores.find((each) => each.id === id);
      if (instance === undefined || restore === undefined) throw new Mistake(`There is no restore ${id}.`, 404);
      const after = changedRestore(restore, change, now());
      changeRestore(instance, id, after);
      return viewRestore(after, now());
    },
    addInstance: (given) => {
      const { world, ids } = simulation;
      const { project, ...spec } = readSentence(instanceSchema(ids), given, "The instance");
      if (world.instances.some(({ id }) => id === spec.id))
        throw new Mistake(`There is an instance ${spec.id} already.`);
      const instance = buildInstance(spec, projectNamed(world.projects, project).id, now(), simulation);
      world.instances.push(instance);
      return viewInstance(instance, now());
    },
    changeInstance: (id, given) => {
      const change = readSentence(instanceChangeSchema, given, "The change of the instance");
      const instance = instanceById(simulation, id);
      changeInstance(instance, change, simulation, now());
      return viewInstance(instance, now());
    },
    deleteInstance: (id) => {
      const { instances } = simulation.world;
      instances.splice(instances.indexOf(instanceById(simulation, id)), 1);
    },
  };
}

function instanceById({ world }: Simulation, id: string): Instance {
  const instance = world.instances.find((each) => each.id === id);
  if (instance === undefined) throw new Mistake(`There is no instance ${id}.`, 404);
  return instance;
}
