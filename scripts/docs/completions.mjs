import { bashCompletion } from "../completion/bash.mjs";
import { fishCompletion } from "../completion/fish.mjs";
import { providerOutline, simulatorOutline } from "../completion/outline.mjs";
import { zshCompletion } from "../completion/zsh.mjs";

/** What shells read to complete the two commands, as both packages hold it. */
export function completions() {
  const folders = { provider: providerOutline(), simulator: simulatorOutline() };
  return Object.entries(folders).flatMap(([folder, outline]) =>
    Object.entries({ bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion }).map(([shell, write]) => ({
      path: `${folder}/completion/${outline.program}.${shell}`,
      text: write(outline),
    })),
  );
}
