import { describe, expect, it } from '@jest/globals';
import { howOften } from '../client.ts';
import { hiddenQuestions, timeHidden } from './hiddenQuestions.ts';

const PAIRS = howOften('HIDING_PAIRS', 200);
/** Asked only where the first look found a difference, which chance does once in a hundred. */
const PAIRS_TO_BE_SURE = 1_000;
const LEAST_P = 0.01;
const TIMEOUT_MS = 180_000;

describe('the time of an answer', () => {
  it.each(Object.entries(hiddenQuestions))(
    'does not tell %s from none',
    async (_what, question) => {
      const first = await timeHidden(question, PAIRS);
      const result = first.p > LEAST_P ? first : await timeHidden(question, PAIRS_TO_BE_SURE);
      expect(result.p).toBeGreaterThan(LEAST_P);
    },
    TIMEOUT_MS,
  );
});
