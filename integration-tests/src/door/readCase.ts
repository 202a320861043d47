import { askAs, type DoorCaller, staff } from './callerOf.ts';

/** What this caller reads of a case: null where it is hidden. An answer with errors fails the test. */
export async function readCase<Data = Record<string, unknown>>(
  caller: DoorCaller,
  id: string,
  selection: string,
): Promise<Data | null> {
  const answer = await askAs<{ case: Data | null }>(
    caller,
    `query ($id: ID!) { case(id: $id) { ${selection} } }`,
    { id },
  );
  if (answer.errors.length > 0) throw new Error(`unexpected answer: ${answer.text}`);
  return answer.data?.case ?? null;
}

/** Staff of a service in the whole province, handling the case. */
export function officer(service: string, org: string, id: string): DoorCaller {
  return staff(service, org, id);
}

/** Help with a fee, and how far the legal aid behind it shows. */
export const FEE =
  '... on ForensicAppraisalCase { feeReduction { form basisDocumentNo basisConfirmed basisCase { id } } } ... on NotaryCase { feeReduction { form basisDocumentNo basisConfirmed basisCase { id } } }';
/** An opinion with its text. */
export const OPINION =
  '... on ForensicAppraisalCase { opinion { isIssued opinionNo conclusion signatures { certNo } } }';
/** What is left of it for who learns that it was issued, and no more. */
export const ISSUED_ONLY = {
  opinion: { isIssued: true, opinionNo: null, conclusion: null, signatures: null },
};
/** The test of means of a legal aid case. */
export const HARDSHIP = 'id ... on LegalAidCase { hardshipCheck { mode } }';
