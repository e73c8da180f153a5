import { matrixOf } from "./matrix";
import { OCCASIONS } from "./occasions";

matrixOf(OCCASIONS.create);
matrixOf(OCCASIONS.withPassword);
matrixOf(OCCASIONS.createGivenUp);
