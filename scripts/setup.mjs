// Makes this clone ready for `npm start` and `npm test`: packages, builds, Pulumi CLI. With nothing to do it says nothing.
// Must run on Node 20 before anything is installed: it and all it imports use `node:` modules only.
//   --no-cli  leave the Pulumi CLI out (enough for `npm run verify` and the tests without an engine)
//   --quiet   say nothing unless a step fails
import { buildIfSourcesChanged } from "./setup/build.mjs";
import { endChildrenOnSignal } from "./setup/children.mjs";
import { findOrMakeCli } from "./setup/cli.mjs";
import { installIfLockChanged } from "./setup/install.mjs";
import { SetupFailure } from "./setup/failure.mjs";
import { beQuiet } from "./setup/say.mjs";

const flags = new Set(process.argv.slice(2));
endChildrenOnSignal();
if (flags.has("--quiet")) beQuiet();

setUp().catch((failure) => {
  // A step's failure is a sentence for the reader; anything else is our own mistake, and needs its stack.
  console.error(failure instanceof SetupFailure ? `\nSet-up stopped. ${failure.message}` : failure);
  process.exitCode = 1;
});

async function setUp() {
  await installIfLockChanged();
  await buildIfSourcesChanged();
  if (!flags.has("--no-cli")) await findOrMakeCli();
}
