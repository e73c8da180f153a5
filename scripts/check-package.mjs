// Looks at the package as it would be published: how it is declared (publint, strictly), and whether its types are found
// under every way of module resolution (are the types wrong).
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { pack } from "./pack/pack.mjs";

const folder = mkdtempSync(join(tmpdir(), "check-package-"));
try {
  const { file, contents, unpackedSize } = await pack(folder);
  const tarball = readFileSync(file);
  const { messages, pkg } = await publint({ pack: { tarball: copyOf(tarball) }, strict: true });
  const { types, problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
  const complaints = [
    ...messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`),
    ...(types ? problems.map((problem) => `types: ${JSON.stringify(problem)}`) : ["types: there are none"]),
  ];
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
  else
    console.log(`${contents.length} files, ${Math.round(unpackedSize / 1000)} kB unpacked: nothing to complain about.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {Buffer} buffer */
function copyOf(buffer) {
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength);
}
