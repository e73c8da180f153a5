import { type Member, newestFirst } from "../../provider/rotation/member";

const member = (backupId: string, step: string, times: Pick<Member, "createdAt" | "requestedAt">): Member => ({
  ...{ backupId, step, status: "succeed", triggersHash: "aaaa" },
  ...times,
});
const at = (minute: number) => ({ createdAt: `2026-01-01T00:${String(minute).padStart(2, "0")}:00Z` });

const sorted = (...members: Member[]) => members.sort(newestFirst).map(({ backupId }) => backupId);

test("the later step is the newer one, whatever DCS says of the time, or does not say", () => {
  expect(sorted(member("first", "aaa", at(9)), member("third", "aac", {}), member("second", "aab", at(1)))).toEqual([
    ...["third", "second", "first"],
  ]);
});

test("within one step the time tells; one without a time is the newer, one that is not listed yet the newest", () => {
  const late = member("late", "aaa", { requestedAt: "2026-01-01T00:00:00Z" });
  expect(
    sorted(member("early", "aaa", at(1)), member("timeless", "aaa", {}), late, member("later", "aaa", at(2))),
  ).toEqual(["late", "timeless", "later", "early"]);
});
