import type { Dice } from "../../provider/clock";

/** Dice that fall the same way in every run (a linear congruential generator, as in Numerical Recipes). */
export function seededDice(seed = 1): Dice {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
