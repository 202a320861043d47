const TIME = /"time":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"/;

/** More than processes that write side by side differ. */
const TOLERANCE_MS = 60_000;

/** Looks for records that are dated before one that stands before them: a clock that was set back. The order is that of the log all the same. */
export class ClockWatch {
  #latest = Number.NEGATIVE_INFINITY;
  /** The first record after each step back. */
  readonly stepsBack: number[] = [];
  #isBack = false;

  see(index: number, record: Buffer): void {
    const time = Date.parse(TIME.exec(record.toString('latin1'))?.[1] ?? '');
    if (Number.isNaN(time)) return;
    const isBack = time < this.#latest - TOLERANCE_MS;
    if (isBack && !this.#isBack) this.stepsBack.push(index);
    this.#isBack = isBack;
    this.#latest = Math.max(this.#latest, time);
  }
}
