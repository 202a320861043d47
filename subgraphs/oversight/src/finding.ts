/** How sure a finding is (domain.md §8): an exact key, the same fingerprint, or a likeness. */
export type FindingConfidence = 'HIGH' | 'MEDIUM' | 'LOW';

/** What a rule makes of facts: something for a person to look at. It changes no case and decides nothing (个人信息保护法 art. 24). */
export interface Finding {
  /** Of domain.md §8, for example `R-01`. */
  readonly rule: string;
  /** Ids of the cases it is about; empty where it is about looks at records. */
  readonly cases: readonly string[];
  /** What tells it from others of the same rule and cases, for example a rule of time `D-21`; the same on every day. */
  readonly about?: string;
  /** Sentences in English that say what the rule relied on: case ids, document numbers, dates, amounts; no persons. */
  readonly facts: readonly string[];
  /** Law and articles. */
  readonly law: string;
  readonly confidence: FindingConfidence;
  /** What would explain it without anybody having done wrong. */
  readonly innocentReading: string;
}
