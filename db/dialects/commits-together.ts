import { Turn } from "./turn";

/** The connection that writes, as far as its transactions go. */
export interface Writer {
  /** Resolves when this process may write; until then another one does. */
  begin(): Promise<unknown>;
  run(sql: string): unknown;
  /** Whether a transaction is open: after some errors, a full disk for one, SQLite has undone it by itself. */
  isOpen(): boolean;
  /** Resolves when all that was committed before is on the disk; nobody else waits meanwhile. */
  flush(): Promise<unknown>;
}

interface Member {
  readonly kept: () => void;
  readonly lost: (error: unknown) => void;
}

/**
 * Transactions that arrive at about the same time are committed together, so that all of them wait for the disk once.
 * They run one after another, each as a savepoint of one transaction of SQLite's, so that one which fails is undone
 * alone. The commit comes as soon as the process has taken in what had arrived, and the disk is waited for while the process
 * goes on. Nobody hears that anything is kept before it is on the disk; when either fails, it fails for each of them.
 */
export class CommitsTogether {
  private readonly turn = new Turn();
  /** Who waits for the commit of the open transaction; null when none is open. */
  private members: Member[] | null = null;
  /** Who waits until what is committed is on the disk. */
  private committed: Member[] = [];
  private flushed: Promise<void> = Promise.resolve();
  private isFlushing = false;
  /** Why nothing more is written. */
  private broken: Error | null = null;

  constructor(private readonly writer: Writer) {}

  async begin(): Promise<void> {
    await this.turn.take();
    try {
      if (this.broken) throw this.broken;
      if (this.members === null) {
        await this.writer.begin();
        this.members = [];
        setImmediate(() => void this.turn.while(async () => this.commit()));
      }
      this.writer.run("savepoint member");
    } catch (error) {
      this.turn.pass();
      throw error;
    }
  }

  /** Ends what was begun; it is kept when this resolves. When it throws by itself, `undo` is still to be called. */
  end(): Promise<void> {
    this.writer.run("release member");
    return new Promise((kept, lost) => {
      this.members?.push({ kept, lost });
      this.turn.pass();
    });
  }

  /** Undoes what was begun, and nothing of the others. */
  undo(): void {
    try {
      if (this.writer.isOpen()) {
        this.writer.run("rollback to member");
        this.writer.run("release member");
      } else {
        this.lose(new Error("SQLite undid what others had written too"));
      }
    } finally {
      this.turn.pass();
    }
  }

  /** A transaction of a single statement. */
  async one<T>(statement: () => T): Promise<T> {
    await this.begin();
    let kept: Promise<void>;
    let result: T;
    try {
      result = statement();
      kept = this.end();
    } catch (error) {
      this.undo();
      throw error;
    }
    await kept;
    return result;
  }

  /** Work in its turn, outside every transaction: what was open is committed first, and on the disk. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.turn.while(async () => {
      this.commit();
      await this.flushed;
      return work();
    });
  }

  /** A statement that no transaction may hold, in its turn: it is on the disk when this resolves. */
  apart<T>(statement: () => Promise<T>): Promise<T> {
    return this.alone(async () => {
      const result = await statement();
      await this.onDisk();
      return result;
    });
  }

  private commit(): void {
    if (this.members === null) return;
    try {
      this.writer.run("commit");
    } catch (error) {
      if (this.writer.isOpen()) this.writer.run("rollback");
      this.lose(error);
      return;
    }
    this.committed.push(...this.members);
    this.members = null;
    if (!this.isFlushing) this.flushed = this.flush();
  }

  /** One at a time, each for all who were committed before it began. */
  private async flush(): Promise<void> {
    this.isFlushing = true;
    while (this.committed.length > 0) {
      const members = this.committed;
      this.committed = [];
      try {
        await this.onDisk();
        for (const { kept } of members) kept();
      } catch (error) {
        for (const { lost } of members) lost(error);
      }
    }
    this.isFlushing = false;
  }

  /** A disk that has failed once may say the next time that all is well, and what it was given before is lost: it is not asked again. */
  private async onDisk(): Promise<void> {
    if (this.broken) throw this.broken;
    try {
      await this.writer.flush();
    } catch (error) {
      this.broken = new Error(
        "The disk did not take what was written, so nothing more is written: look at the disk, then start again",
        { cause: error },
      );
      throw this.broken;
    }
  }

  private lose(error: unknown): void {
    const members = this.members ?? [];
    this.members = null;
    for (const { lost } of members) lost(error);
  }
}
