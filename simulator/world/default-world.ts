// What a simulator holds when nobody says otherwise. Identifiers and keys are fixed, so that documents and a committed
// Pulumi project can name them. They open nothing but this simulator.

export const DEFAULT_REGION = "eu-de";

export const DEFAULT_DOMAIN = { id: "8b1f0c5e7d3a4f6298e4d7c1b0a35f62", name: "OTC-SIMULATOR-000000000010000" };

export const DEFAULT_PROJECTS = [
  { id: "1f3c6a9e5d7b4820a6c4e2f0b8d61357", name: "eu-de" },
  { id: "2e4d7b0f6c8a5931b7d5f3a1c9e72468", name: "eu-de_other" },
];

/** Of another domain, which lets the users of the first one work in its project. */
const DELEGATED_PROJECT = { id: "3f5e8c107d9b6a42c8e604b2daf83579", name: "eu-de" };

export const DEFAULT_AGENCIES = [
  {
    id: "9a2e1d6f8e4b507309f5e8d2c1b46073",
    name: "dcs-backup",
    domain: { id: "9c201d6f8e4b507309f5e8d2c1b46073", name: "OTC-SIMULATOR-000000000020000" },
    projects: [DELEGATED_PROJECT],
  },
];

export const DEFAULT_USERS = [
  user("1", "backup-operator", ["simulator-password", "simulatorSecretKeyOfTheBackupOperator001"], {
    agentOperator: true,
  }),
  user("2", "other-operator", ["other-simulator-password", "simulatorSecretKeyOfTheOtherOperator0002"], {
    projects: ["eu-de_other"],
  }),
  user("3", "backup-reader", ["reader-simulator-password", "simulatorSecretKeyOfTheBackupReader00003"], {
    role: "read-only",
  }),
  user("4", "backup-maker", ["maker-simulator-password", "simulatorSecretKeyOfTheBackupMaker000004"], {
    role: "no-delete",
  }),
  user("5", "stranger", ["stranger-simulator-password", "simulatorSecretKeyOfTheStranger000000005"], { role: "none" }),
  user("6", "backup-officer", ["officer-simulator-password", "simulatorSecretKeyOfTheBackupOfficer0006"], {
    mfaSeed: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
  }),
  user("7", "agent-operator", ["agent-simulator-password", "simulatorSecretKeyOfTheAgentOperator0007"], {
    role: "none",
    agentOperator: true,
  }),
];

export const DEFAULT_INSTANCES = [
  { id: "5560df16-cebf-4473-95c4-d1b573c16e79", name: "sessions", cacheMode: "ha" as const },
  { id: "6a71e027-dfc0-4584-a6d5-e2c684d27f8a", name: "catalogue", cacheMode: "cluster" as const },
  { id: "7b82f138-e0d1-4695-87e6-f3d795e3809b", name: "scratch", cacheMode: "single" as const },
  { id: "8c930249-f1e2-47a6-98f7-04e8a6f491ac", name: "elsewhere", cacheMode: "ha" as const, project: "eu-de_other" },
  {
    id: "9da4135a-02f3-48b7-a908-15f9b705a2bd",
    name: "delegated",
    cacheMode: "ha" as const,
    project: DELEGATED_PROJECT.id,
  },
];

interface Special {
  readonly role?: "read-only" | "no-delete" | "none";
  readonly mfaSeed?: string;
  readonly agentOperator?: boolean;
  readonly projects?: string[];
}

function user(number: string, name: string, [password, secretKey]: [string, string], special: Special) {
  const id = `${number}0e8f6d4c2b0a1938475665748392a1b`;
  const accessKey = `SIMULATORACCESS0000${number}`;
  return { id, name, password, accessKey, secretKey, projects: ["eu-de"], ...special };
}
