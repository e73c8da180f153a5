import { partyOf } from "./party";
import { controlRefusal, dcsRefusal, iamRefusal, type Refusal } from "./refusal";

/** 404 by who would have answered: DCS says 111404001 (A-err). */
export function unknownPath(path: string): Refusal {
  switch (partyOf(path)) {
    case "dcs":
      return dcsRefusal("urlUnknown");
    case "iam":
      return iamRefusal(404, "The resource could not be found.");
    case "control":
      return controlRefusal(
        404,
        "The simulator has below /_simulator/ what its README lists: GET journal, GET world, POST reset and more.",
      );
  }
}

/** 405 by who would have answered: DCS says 111405001 (A-err). */
export function wrongMethod(path: string): Refusal {
  switch (partyOf(path)) {
    case "dcs":
      return dcsRefusal("methodNotAllowed");
    case "iam":
      return iamRefusal(405, "The method is not allowed for the requested URL.");
    case "control":
      return controlRefusal(405, "This path exists, but not with this method.");
  }
}
