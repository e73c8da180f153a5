/** Whose names a request's path may hold. */
type NameOf = (instanceId: string) => string;

const INSTANCE = "/(?:v1\\.0|v2)/[^/]+/instances/([^/]+)";

/** The first line that fits says what a request asks for. `X` stands for the instance's name. */
const LINES = [
  line("GET", "/(?:v1\\.0|v2)/[^/]+/instances", "Lists the instances"),
  line("GET", INSTANCE, "Looks at X"),
  line("POST", `${INSTANCE}/backups`, "Takes a backup of X"),
  line("GET", `${INSTANCE}/backups`, "Lists the backups of X"),
  line("DELETE", `${INSTANCE}/backups/[^/]+`, "Deletes a backup of X"),
  line("POST", `${INSTANCE}/backups/[^/]+/links`, "Asks for the files of a backup of X"),
  line("POST", `${INSTANCE}/restores`, "Restores a backup into X"),
  line("GET", `${INSTANCE}/restores`, "Lists the restores of X"),
  line("POST", "/v3/auth/tokens", "Asks for a token"),
  line("GET|HEAD", "/v3/auth/tokens", "Asks about a token"),
  line("POST", "/v3\\.0/OS-CREDENTIAL/securitytokens", "Asks for temporary keys"),
  line("GET", "/v3/(?:auth/)?projects", "Looks up projects"),
  line("GET", "/v3/auth/domains", "Looks up its domain"),
  line("GET", "/v3/auth/catalog", "Looks up where the services are"),
  line("GET", "/_obs/.+", "Downloads the file of a backup"),
  line("GET", "/|/v1\\.0|/v2", "Asks which versions the API has"),
];

/** What a request asks for, in a few words such as `Takes a backup of sessions`. */
export function whatItAsks(method: string, path: string, nameOf: NameOf): string {
  const [pathname = ""] = path.split("?");
  for (const { methods, paths, words } of LINES) {
    const found = methods.test(method) ? paths.exec(pathname) : null;
    if (found !== null) return words.replace("X", () => nameOf(found[1] ?? ""));
  }
  return "Asks for something that the services do not have";
}

function line(methods: string, paths: string, words: string) {
  return { methods: new RegExp(`^(?:${methods})$`), paths: new RegExp(`^(?:${paths})$`), words };
}
