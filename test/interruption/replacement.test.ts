import { matrixOf } from "./matrix";
import { OCCASIONS } from "./occasions";

matrixOf(OCCASIONS.replacement);
matrixOf(OCCASIONS.replacementGivenUp);
