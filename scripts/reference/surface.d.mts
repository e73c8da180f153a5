/** What a docstring tells. */
interface Told {
  readonly doc: string;
  readonly example?: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A field of a class or an interface; `of` is what declares it. */
export interface Member extends Told {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly of: string;
}

/** A function, a method or a constructor. */
export interface Call extends Told {
  readonly name: string;
  readonly isStatic: boolean;
  readonly returns: string;
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly optional: boolean }[];
}

/** One thing that a package makes public. */
export interface Declared extends Told {
  readonly name: string;
  readonly kind: "class" | "interface" | "function" | "type" | "constant";
  readonly type?: string;
  /** The docstring of its file. */
  readonly module?: string;
  readonly members: readonly Member[];
  readonly calls: readonly Call[];
}

export type Surface = ReadonlyMap<string, Declared>;

/** What a front door makes public, by name. */
export function publicSurface(entry: string): Surface;

/** What this package makes public. */
export function packageSurface(): Surface;
