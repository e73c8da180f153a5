import { matrixOf } from "./matrix";
import { OCCASIONS } from "./occasions";

matrixOf(OCCASIONS.delete);
