/** Lets whatever else waits for this process be done first. */
export const othersFirst = (): Promise<void> => new Promise((go) => setImmediate(go));

/** Nobody waits much longer than this for somebody else's figures to be added up. */
const TURN_MS = 4;

/** A turn at work that others wait for. How much is done in one is not known before: what runs for the first time takes ten times as long. */
export class OwnTurn {
  #since = performance.now();

  /** Lets others be done first, once this turn has been long enough. Call it often: it asks for the time and no more. */
  async endWhenLong(): Promise<void> {
    if (performance.now() - this.#since < TURN_MS) return;
    await othersFirst();
    this.#since = performance.now();
  }
}
