import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../support/root";
import { PAGES, textOf } from "./documents";

interface Link {
  readonly page: string;
  readonly target: string;
}

const links = PAGES.flatMap((page): Link[] => {
  const prose = textOf(page).replaceAll(/^( *)```.*?^\1```$/gms, "");
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$|\bsrc(?:set)?="([^"]+)"/gm)].map(
    ([, inline, listed, drawn]) => inline ?? listed ?? drawn ?? "",
  );
  return targets.filter((target) => !/^https?:/.test(target)).map((target) => ({ page, target }));
});

test("there are links between the pages", () => {
  expect(links.length).toBeGreaterThan(20);
});

test("every link leads to a file that is there", () => {
  const broken = links.filter(({ page, target }) => {
    const [path = ""] = target.split("#");
    return path !== "" && !existsSync(join(ROOT, dirname(page), path));
  });
  expect(broken).toEqual([]);
});

test("every link to a part of a page leads to a heading that is there", () => {
  const broken = links.filter(({ page, target }) => {
    const [path = "", part] = target.split("#");
    const other = path === "" ? page : join(dirname(page), path);
    return part !== undefined && other.endsWith(".md") && !headingsOf(other).includes(part);
  });
  expect(broken).toEqual([]);
});

/** As GitHub makes them: lower case, without punctuation, hyphens for spaces. */
function headingsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
