/** Every page that is made from the code, as it should stand in the repository. */
export function generatedPages(): Promise<{ path: string; text: string }[]>;
