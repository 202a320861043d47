import type { CaseFacts } from '@tongban/kit';
import type { Rule } from './rule.ts';
import { day } from './say.ts';

/**
 * A handler whose licence the register does not call valid, or who is not registered for the category; the same of an
 * institution. Registers tell the present, not the date, so that it is MEDIUM.
 */
export const r19WithoutValidLicence: Rule = {
  id: 'R-19',
  find: (trace) =>
    trace.cases.flatMap((one) =>
      [...one.handlers.flatMap((handler) => ofHandler(one, handler)), ...ofInstitution(one)].map(
        ({ about, fact }) => ({
          cases: [one.id],
          about,
          facts: [`${one.id}: ${fact}`],
          confidence: 'MEDIUM' as const,
        }),
      ),
    ),
};

interface Fault {
  readonly about: string;
  readonly fact: string;
}

function ofHandler({ appraisal }: CaseFacts, handler: CaseFacts['handlers'][number]): Fault[] {
  const { role, from, licenceState, categories } = handler;
  const since = `a handler (${role}) since ${day(from)}`;
  const faults = [
    ...(licenceState === null || licenceState === 'VALID'
      ? []
      : [`the register calls the licence ${licenceState}`]),
    ...(appraisal === null || !categories?.length || categories.includes(appraisal.category)
      ? []
      : [`the register does not list the category ${appraisal.category}`]),
  ];
  return faults.map((fault) => ({ about: `${role} ${from} ${fault}`, fact: `${since}; ${fault}.` }));
}

function ofInstitution({ appraisal }: CaseFacts): Fault[] {
  if (appraisal === null || appraisal.commission.effectiveAt === null) return [];
  const { licenceState, scope } = appraisal.institution;
  const faults = [
    ...(licenceState === null || licenceState === 'VALID'
      ? []
      : [`the register calls the institution's licence ${licenceState}`]),
    ...(scope.length === 0 || scope.includes(appraisal.category)
      ? []
      : [`the institution is not registered for ${appraisal.category}`]),
  ];
  return faults.map((fault) => ({ about: fault, fact: `${fault}.` }));
}
