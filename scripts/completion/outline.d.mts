/** A program as its completion knows it; here as far as tests look at it. */
export interface Outline {
  readonly program: string;
  readonly options: readonly { readonly long: string }[];
  readonly commands: readonly { readonly name: string; readonly options: readonly { readonly long: string }[] }[];
}

/** pulumi-dcs-backup, from its table of commands. */
export function providerOutline(): Outline;

/** dcs-simulator, from what commander parses it by. */
export function simulatorOutline(): Outline;
