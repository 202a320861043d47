import { sc1 } from './scenarios/sc1.ts';
import { sc2 } from './scenarios/sc2.ts';
import { sc3 } from './scenarios/sc3.ts';
import { sc4 } from './scenarios/sc4.ts';
import { sc5 } from './scenarios/sc5.ts';
import { sc6 } from './scenarios/sc6.ts';

/** The six acceptance scenarios, each in its last state; see `docs/synthetic-data.md`. */
export const scenarios = { sc1, sc2, sc3, sc4, sc5, sc6 } as const;
