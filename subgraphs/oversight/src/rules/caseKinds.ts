import type { CaseFacts } from '@tongban/kit';
import type { TraceFacts } from './traceFacts.ts';

type With<Part extends keyof CaseFacts> = CaseFacts & { [Key in Part]: NonNullable<CaseFacts[Key]> };

export type AidCase = With<'legalAid'>;
export type NotaryMatter = With<'notary'>;
export type Appraisal = With<'appraisal'>;
export type Mediation = With<'mediation'>;

export function aidCases({ cases }: TraceFacts): AidCase[] {
  return cases.filter((one): one is AidCase => one.legalAid !== null);
}

export function notaryMatters({ cases }: TraceFacts): NotaryMatter[] {
  return cases.filter((one): one is NotaryMatter => one.notary !== null);
}

export function appraisals({ cases }: TraceFacts): Appraisal[] {
  return cases.filter((one): one is Appraisal => one.appraisal !== null);
}

export function mediations({ cases }: TraceFacts): Mediation[] {
  return cases.filter((one): one is Mediation => one.mediation !== null);
}
