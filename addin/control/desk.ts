import { type Language, message, type MessageCode } from '../../plan/messages/message.js';
import type { EngineRoom, RemoteEngine } from '../engine/engine-client.js';
import { Cancelled, failureOf, stopIfCancelled } from '../excel/failure.js';
import type { PaneState } from '../pane-state.js';

type Notice = NonNullable<PaneState['notice']>['kind'];

/** What everything the pane does shares: its state, which is drawn with each change, the engine, and one queue of work. */
export class Desk {
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private current: PaneState,
    private readonly room: EngineRoom,
    private readonly draw: (state: PaneState) => void,
  ) {}

  get state(): PaneState {
    return this.current;
  }

  get engine(): RemoteEngine {
    return this.room.engine;
  }

  get language(): Language {
    return this.current.language;
  }

  update(change: Partial<PaneState>): void {
    this.current = { ...this.current, ...change };
    this.draw(this.current);
  }

  say(code: MessageCode, args?: Record<string, string | number>): string {
    return message(this.language, code, args);
  }

  /** Several names in a row. */
  list(names: readonly string[]): string {
    return names.join(this.language === 'zh' ? '、' : ', ');
  }

  tell(kind: Notice, text: string): void {
    this.update({ notice: { kind, text } });
  }

  /** Of what is under way, 0 to 1. */
  progress(share: number): void {
    const { busy } = this.current;
    if (busy) this.update({ busy: { ...busy, share } });
  }

  /**
   * One thing at a time, in order; what goes wrong is told. With `what` its progress shows, and what was told before goes unless
   * it is done quietly.
   */
  doing(what: MessageCode | null, run: (signal: AbortSignal) => Promise<void>, quietly = false): Promise<void> {
    const control = new AbortController();
    const begin = async (): Promise<void> => {
      if (what !== null) this.update({ busy: { what, share: null, cancel: () => control.abort() }, ...(quietly ? {} : { notice: null }) });
      try {
        await run(control.signal);
      } catch (error) {
        // A page of its own says so where nothing is read.
        if (error instanceof Cancelled) {
          if (this.current.book) this.tell('success', this.say('pane.cancelled'));
        } else {
          const failure = failureOf(error);
          this.tell('error', this.say(failure.code, failure.args));
        }
      } finally {
        if (what !== null) this.update({ busy: null });
      }
    };
    const turn = this.work.then(begin);
    this.work = turn;
    return turn;
  }

  /** What the engine is long at: Cancel ends the engine, which then knows nothing any more; `emptied` says so. */
  async stoppable<T>(what: MessageCode, signal: AbortSignal, run: () => Promise<T>, emptied: () => void): Promise<T> {
    stopIfCancelled(signal);
    const { busy } = this.current;
    if (busy) this.update({ busy: { ...busy, what, share: null } });
    const stop = (): void => {
      this.room.stop(new Cancelled());
      emptied();
    };
    signal.addEventListener('abort', stop);
    try {
      return await run();
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}
