// What a simulator holds when nobody says otherwise. Identifiers and keys are fixed, so that documents and a committed
// Pulumi project can name them. They open nothing but this simulator.

export const DEFAULT_REGION = "eu-de";

export const DEFAULT_DOMAIN = { id: "8b1f0c5e7d3a4f6298e4d7c1b0a35f62", name: "OTC-SIMULATOR-000000000010000" };

export const DEFAULT_PROJECTS = [
  { id: "1f3c6a9e5d7b4820a6c4e2f0b8d61357", name: "eu-de" },
  { id: "2e4d7b0f6c8a5931b7d5f3a1c9e72468", name: "eu-de_other" },
];

export const DEFAULT_USERS = [
  {
    name: "backup-operator",
    password: "simulator-password",
    accessKey: "SIMULATORACCESS00001",
    secretKey: "simulatorSecretKeyOfTheBackupOperator001",
    projects: ["eu-de"],
  },
  {
    name: "other-operator",
    password: "other-simulator-password",
    accessKey: "SIMULATORACCESS00002",
    secretKey: "simulatorSecretKeyOfTheOtherOperator0002",
    projects: ["eu-de_other"],
  },
];

export const DEFAULT_INSTANCES = [
  { id: "5560df16-cebf-4473-95c4-d1b573c16e79", name: "sessions", cacheMode: "ha" as const },
  { id: "6a71e027-dfc0-4584-a6d5-e2c684d27f8a", name: "catalogue", cacheMode: "cluster" as const },
  { id: "7b82f138-e0d1-4695-87e6-f3d795e3809b", name: "scratch", cacheMode: "single" as const },
  { id: "8c930249-f1e2-47a6-98f7-04e8a6f491ac", name: "elsewhere", cacheMode: "ha" as const, project: "eu-de_other" },
];
