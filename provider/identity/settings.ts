/** A value and where it was found, so that a message can say it. */
export interface Found {
  readonly value: string;
  /** For example `dcs:region of the stack's configuration` or `OS_REGION_NAME of the environment`. */
  readonly from: string;
}

/** The names under which one setting may be given. */
export interface SettingNames {
  /** Key of the stack's configuration, without `dcs:`. */
  readonly config: string;
  /** Environment variables, the first that is set wins. */
  readonly environment: readonly string[];
}

/** Settings that say where to work. Names: the providers of Open Telekom Cloud and Huawei Cloud for Terraform, and OpenStack's. */
export const WHERE = {
  region: { config: "region", environment: ["OS_REGION_NAME", "OS_REGION", "HW_REGION_NAME"] },
  projectId: { config: "projectId", environment: ["OS_PROJECT_ID", "OS_TENANT_ID", "HW_PROJECT_ID"] },
  projectName: { config: "projectName", environment: ["OS_PROJECT_NAME", "OS_TENANT_NAME", "HW_PROJECT_NAME"] },
  endpoint: { config: "endpoint", environment: ["OS_DCS_ENDPOINT_OVERRIDE"] },
  apiVersion: { config: "apiVersion", environment: ["OS_DCS_API_VERSION"] },
  authUrl: { config: "authUrl", environment: ["OS_AUTH_URL", "HW_AUTH_URL"] },
} as const satisfies Record<string, SettingNames>;

/** Where settings are looked up. */
export interface Sources {
  /** The stack's configuration, by full key such as `dcs:region`. */
  readonly config: (key: string) => string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The first of: the stack's configuration, the environment. An empty value counts as not given. */
export function findSetting(names: SettingNames, sources: Sources): Found | undefined {
  const key = `dcs:${names.config}`;
  const configured = sources.config(key)?.trim();
  if (configured) return { value: configured, from: `${key} of the stack's configuration` };
  for (const name of names.environment) {
    const value = sources.environment[name]?.trim();
    if (value) return { value, from: `${name} of the environment` };
  }
  return undefined;
}
