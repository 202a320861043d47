/** An outcome of the access log that names the person traced, as far as rules need it. */
export interface AccessEvent {
  /** Place in the log. */
  readonly index: number;
  readonly at: string;
  /** `id` is the token's subject: opaque. `organisation` is a register id, or null. */
  readonly actor: { readonly id: string; readonly role: string; readonly organisation: string | null };
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly decision: 'allowed' | 'denied';
  readonly disclosure: 'full' | 'masked' | 'none';
  /** How many persons the same answer touched. */
  readonly subjects: number;
  /** The person's cases in the answer; empty where the payload was erased. */
  readonly cases: readonly {
    readonly id: string;
    readonly disclosure: 'FULL' | 'MASKED' | 'HIDDEN';
    readonly marks: readonly string[];
  }[];
}
