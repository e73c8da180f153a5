/**
 * The environment in which the tests run the Pulumi CLI; see environment.mjs. `home` is made if it is not there;
 * `color: false` asks for plain text; another CLI than the one of the set-up can be given.
 */
export function pulumiEnvironment(options: {
  home: string;
  color?: boolean;
  cli?: { folders: string[] };
}): NodeJS.ProcessEnv;
