/** The pages that tell of the package's exports, and what stands on each. */
export const CONTENTS: readonly { readonly file: string; readonly names: readonly string[] }[];
