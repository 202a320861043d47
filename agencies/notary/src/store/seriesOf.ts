import { type CertificateSeries, seriesWords } from '../wire/notaryWords.ts';

const SERIES = /(内民|内经|外民|外经|港澳|台)证字/;

/** The series that a certificate's number names, or null where it names none: `（2026）测城内民证字第12号` → 内民. */
export function seriesOf(certificateNo: string): CertificateSeries | null {
  const word = SERIES.exec(certificateNo)?.[1];
  return word === undefined ? null : seriesWords.codeOf(word);
}
