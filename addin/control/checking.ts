import { Failure } from '../excel/failure.js';
import { mark, unmark } from '../excel/marks.js';
import { readBook } from '../excel/read-book.js';
import { writeReport } from '../excel/write-report.js';
import type { CheckFilter } from '../models/check-model.js';
import type { Desk } from './desk.js';

/** Edits come in bursts; this long after the last of them the workbook is checked again. */
const QUIET_MS = 800;

/** A larger workbook is read again when the reader asks for it, not after every edit. */
const MOST_READ_QUIETLY = 300_000;

/** Reading and checking the open workbook, and what is done with the findings. */
export class Checking {
  private quiet: ReturnType<typeof setTimeout> | undefined;
  /** Cells read last. */
  private cells = 0;

  constructor(
    private readonly desk: Desk,
    /** What rests on the workbook as read, and what is to be done where reading was cancelled and the engine knows nothing. */
    private readonly after: { read: () => Promise<void>; emptied: () => void },
  ) {}

  check(quietly = false): Promise<void> {
    return this.desk.doing('pane.reading', (signal) => this.examine(signal), quietly);
  }

  private async examine(signal: AbortSignal): Promise<void> {
    const { desk } = this;
    this.cells = await readBook(
      {
        // What goes wrong there is told by the answer to the question that follows.
        outline: (outline) => void desk.engine.outline(outline).catch(() => undefined),
        piece: (piece) => void desk.engine.piece(piece).catch(() => undefined),
        progress: (share) => desk.progress(share),
      },
      signal,
    );
    const emptied = (): void => {
      desk.update({ book: null, list: null, story: null, compared: null });
      this.after.emptied();
    };
    const book = await desk.stoppable('pane.checking', signal, () => desk.engine.examine(desk.language), emptied);
    desk.update({ book, list: await desk.engine.list(desk.state.filter), stale: false });
    await this.after.read();
  }

  /** Lists what a filter lets through. */
  async list(filter: CheckFilter): Promise<void> {
    const { desk } = this;
    desk.update({ filter });
    const list = await desk.engine.list(filter).catch(() => null);
    if (list && desk.state.filter === filter) desk.update({ list });
  }

  /** Someone has edited the workbook: it is checked again once no more edits come. */
  edited(): void {
    const { book, stale } = this.desk.state;
    if (book?.kind === 'foreign') return;
    clearTimeout(this.quiet);
    if (!stale) this.desk.update({ stale: true });
    if (this.cells > MOST_READ_QUIETLY) return;
    this.quiet = setTimeout(() => void this.check(true), QUIET_MS);
  }

  mark(): Promise<void> {
    const { desk } = this;
    return desk.doing('pane.marking', async () => {
      const marks = await desk.engine.marks();
      if (marks.length === 0) {
        desk.tell('success', desk.say('chk.no-marks'));
        return;
      }
      const { cells, locked } = await mark(marks);
      desk.tell('success', desk.say(locked.length > 0 ? 'chk.marked-locked' : 'chk.marked', { cells, sheets: desk.list(locked) }));
    });
  }

  unmark(): Promise<void> {
    const { desk } = this;
    return desk.doing('pane.marking', async () => {
      const { locked } = await unmark();
      desk.tell('success', desk.say(locked.length > 0 ? 'chk.unmarked-locked' : 'chk.unmarked', { sheets: desk.list(locked) }));
    });
  }

  async writeReport(): Promise<void> {
    const { desk } = this;
    await this.check();
    await desk.doing('pane.writing', async () => {
      const report = await desk.engine.report();
      if (!report) throw new Failure('failure.no-checks');
      await writeReport(report);
      const { rows, kept, restored, missing } = report;
      const told = [
        desk.say('chk.report-written', { rows, kept, restored: restored.length }),
        ...(missing > 0 ? [desk.say('chk.report-missing', { missing })] : []),
      ];
      desk.tell(missing > 0 ? 'error' : 'success', told.join(' '));
    });
  }
}
