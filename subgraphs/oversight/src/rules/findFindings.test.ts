import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { caseFacts } from '@tongban/kit';
import { findFindings } from './findFindings.ts';
import { findingDocs } from './findingDocs.ts';
import { rules } from './rules.ts';
import { ruleTable } from './ruleTable.ts';
import { aidCase, appraisal, mediation, notaryMatter } from './testing/testCases.ts';
import { traceOf } from './traceFacts.ts';

describe('the rules together', () => {
  it('find nothing in cases that are in order', () => {
    expect(findFindings(traceOf([aidCase(), notaryMatter(), appraisal(), mediation()]))).toEqual([]);
  });

  it('put law and innocent reading to what they find', () => {
    const { consentClause: _, ...debt } = notaryMatter().notary.certificate?.enforceability ?? {};
    const certificate = {
      ...notaryMatter().notary.certificate,
      enforceability: { ...debt, consentClause: false },
    };
    const [found] = findFindings(traceOf([notaryMatter({ notary: { certificate: certificate as never } })]));
    expect(found).toEqual({
      rule: 'R-11',
      cases: ['NO-480101-N1'],
      facts: expect.any(Array),
      law: expect.stringContaining('公证法'),
      confidence: 'HIGH',
      innocentReading: expect.any(String),
    });
  });

  it('are each in the table once, in its order', () => {
    expect(rules.map(({ id }) => id)).toEqual(ruleTable.map(({ id }) => id));
  });

  it('are tried on facts of the form that subgraphs tell', () => {
    for (const one of [aidCase(), notaryMatter(), appraisal(), mediation()]) {
      expect(caseFacts.strict().parse(one)).toEqual(one);
    }
  });

  it('are what docs/findings.md lists', () => {
    const page = readFileSync(new URL('../../../../docs/findings.md', import.meta.url), 'utf8');
    expect(page).toBe(findingDocs(ruleTable));
  });
});
