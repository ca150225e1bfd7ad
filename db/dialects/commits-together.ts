import { Turn } from "./turn";

/** The connection that writes, as far as its transactions go. */
export interface Writer {
  /** Resolves when this process may write; until then another one does. */
  begin(): Promise<unknown>;
  run(sql: string): unknown;
  /** Whether a transaction is open: after some errors, a full disk for one, SQLite has undone it by itself. */
  isOpen(): boolean;
}

interface Member {
  readonly kept: () => void;
  readonly lost: (error: unknown) => void;
}

/**
 * Transactions that arrive at about the same time are committed together, so that all of them wait for the disk once.
 * They run one after another, each as a savepoint of one transaction of SQLite's, so that one which fails is undone
 * alone. Nobody hears that anything is kept before that commit; when it fails, it fails for each of them. It comes
 * as soon as the process has taken in what had arrived.
 */
export class CommitsTogether {
  private readonly turn = new Turn();
  /** Who waits for the commit of the open transaction; null when none is open. */
  private members: Member[] | null = null;

  constructor(private readonly writer: Writer) {}

  async begin(): Promise<void> {
    await this.turn.take();
    try {
      if (this.members === null) {
        await this.writer.begin();
        this.members = [];
        setImmediate(() => void this.alone(async () => {}));
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

  /** Work in its turn, outside every transaction: what was open is committed first. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    await this.turn.take();
    try {
      this.commit();
      return await work();
    } finally {
      this.turn.pass();
    }
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
    const members = this.members;
    this.members = null;
    for (const { kept } of members) kept();
  }

  private lose(error: unknown): void {
    const members = this.members ?? [];
    this.members = null;
    for (const { lost } of members) lost(error);
  }
}
