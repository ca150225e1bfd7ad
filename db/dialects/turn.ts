/** One at a time, in the order of asking. */
export class Turn {
  private taken = false;
  private readonly waiting: (() => void)[] = [];

  async take() {
    if (this.taken) await new Promise<void>((next) => this.waiting.push(next));
    this.taken = true;
  }

  pass() {
    const next = this.waiting.shift();
    if (next) next();
    else this.taken = false;
  }

  async while<T>(work: () => Promise<T>): Promise<T> {
    await this.take();
    try {
      return await work();
    } finally {
      this.pass();
    }
  }
}
