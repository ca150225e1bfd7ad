/** The distributions of jStat that are used here; it has no types of its own. */
declare module "jstat" {
  const jStat: {
    readonly studentt: {
      /** P(T ≤ t). */
      cdf(t: number, degreesOfFreedom: number): number;
      inv(probability: number, degreesOfFreedom: number): number;
    };
    readonly normal: { inv(probability: number, mean: number, deviation: number): number };
  };
  export default jStat;
}
