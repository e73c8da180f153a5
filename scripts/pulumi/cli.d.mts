/** The Pulumi CLI that the set-up found or made. */
export function pulumiCli(): { program: string; version: string; from: string; folders: string[] };
