import { matrixOf } from "./matrix";
import { OCCASIONS } from "./occasions";

matrixOf(OCCASIONS.adopt);
matrixOf(OCCASIONS.adoptFinished);
matrixOf(OCCASIONS.adoptGivenUp);
