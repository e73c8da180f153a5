import { CUTS, sentenceOf, STAGES } from "../support/cuts";
import { casesOfOccasion, type Occasion, OCCASIONS } from "./occasions";
import { runCase, uncut } from "./run-case";

/** The tests of an occasion: each of its requests, at each stage, with each cut. */
export function matrixOf(occasion: Occasion): void {
  const { title, requests } = occasion;
  const cases = casesOfOccasion(occasion).map((each) => [sentenceOf(each), each] as const);

  describe(title, () => {
    test.concurrent(`sends ${requests.join(", ")} when nobody cuts it`, async () => {
      expect(await uncut(occasion)).toEqual(requests);
    });
    test.concurrent.each(cases)("%s", async (_sentence, each) => runCase(occasion, each));
    afterAll(() => {
      const total = Object.values<Occasion>(OCCASIONS).flatMap(casesOfOccasion).length;
      process.stdout.write(`${title}: ${counted(cases.length)}; the whole matrix: ${counted(total)}\n`);
    });
  });
}

const counted = (cases: number) => `${cases / (STAGES.length * CUTS.length)} request boundaries, ${cases} cases`;
