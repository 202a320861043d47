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
    trace.cases.flatMap((one) => {
      const facts = [...one.handlers.flatMap((handler) => ofHandler(one, handler)), ...ofInstitution(one)];
      return facts.length === 0 ? [] : [{ cases: [one.id], facts, confidence: 'MEDIUM' as const }];
    }),
};

function ofHandler({ id, appraisal }: CaseFacts, handler: CaseFacts['handlers'][number]): string[] {
  const { role, from, licenceState, categories } = handler;
  const since = `${id}: a handler (${role}) since ${day(from)}`;
  return [
    ...(licenceState === null || licenceState === 'VALID'
      ? []
      : [`${since}; the register calls the licence ${licenceState}.`]),
    ...(appraisal === null || !categories?.length || categories.includes(appraisal.category)
      ? []
      : [`${since}; the register does not list the category ${appraisal.category}.`]),
  ];
}

function ofInstitution({ id, appraisal }: CaseFacts): string[] {
  if (appraisal === null || appraisal.commission.effectiveAt === null) return [];
  const { licenceState, scope } = appraisal.institution;
  return [
    ...(licenceState === null || licenceState === 'VALID'
      ? []
      : [`${id}: the register calls the institution's licence ${licenceState}.`]),
    ...(scope.length === 0 || scope.includes(appraisal.category)
      ? []
      : [`${id}: the institution is not registered for ${appraisal.category}.`]),
  ];
}
