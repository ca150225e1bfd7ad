/** Lets whatever else waits for this process be done first. */
export const othersFirst = (): Promise<void> => new Promise((go) => setImmediate(go));
