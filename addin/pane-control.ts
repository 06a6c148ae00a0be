import { type Language, message, type MessageCode } from '../plan/messages/message.js';
import type { EngineRoom, RemoteEngine } from './engine/engine-client.js';
import type { Choice } from './engine/shown.js';
import { abilities } from './excel/abilities.js';
import { parseCellAddress } from './excel/cell-address.js';
import { Cancelled, Failure, failureOf, stopIfCancelled } from './excel/failure.js';
import { goTo, selectedCell } from './excel/go-to.js';
import { type KeptPlan, KeptPlans } from './excel/kept-plans.js';
import { mark, unmark } from './excel/marks.js';
import { readBook } from './excel/read-book.js';
import { restoreCell } from './excel/restore-cell.js';
import { watchEdits, watchSelection } from './excel/watch.js';
import { writeReport } from './excel/write-report.js';
import { writeSheet } from './excel/write-sheet.js';
import { type CheckFilter, FIRST_FILTER } from './models/check-model.js';
import { FIRST_COMPARED, MORE_COMPARED, type PaneActions, type PaneState } from './pane-state.js';
import { PaneView } from './views/pane-view.js';

/** Edits come in bursts; this long after the last of them the workbook is checked again. */
const QUIET_MS = 800;

/** A larger workbook is read again when the reader asks for it, not after every edit. */
const MOST_READ_QUIETLY = 300_000;

/** What is in the pane and what the reader does with it: state, and the work each action sets off. */
export class Pane {
  private state: PaneState;
  private readonly view: PaneView;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  /** Cells read last. */
  private cells = 0;
  private readonly engine: RemoteEngine;
  private readonly kept = new KeptPlans();
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    root: HTMLElement,
    language: Language,
    private readonly room: EngineRoom,
  ) {
    this.engine = room.engine;
    this.state = {
      language,
      abilities: abilities(),
      tab: 'check',
      busy: null,
      notice: null,
      book: null,
      list: null,
      filter: FIRST_FILTER,
      open: new Set(),
      stale: false,
      selected: null,
      story: null,
      plans: [],
      without: new Set(),
      indicator: null,
      placeSearch: '',
      mostCompared: FIRST_COMPARED,
      compared: null,
    };
    this.view = new PaneView(root, this.state, this.actions);
    this.view.draw(this.state);
  }

  /** Follows edits and the selection, and checks for the first time: an edit while it reads is not missed. */
  async start(): Promise<void> {
    await this.doing(null, async () => {
      await watchEdits(() => this.edited());
      await watchSelection(() => void this.explain());
    });
    await this.check();
    await this.takeKept('pane.taking-kept');
  }

  private readonly actions: PaneActions = {
    choose: (tab) => {
      this.update({ tab });
      if (tab === 'source') void this.explain();
    },
    check: () => void this.check(),
    filter: (filter) => void this.list(filter),
    open: (finding) => {
      const open = new Set(this.state.open);
      if (!open.delete(finding)) open.add(finding);
      this.update({ open });
    },
    goTo: (cell) => void this.doing(null, () => goTo(cell)),
    mark: () => void this.mark(),
    unmark: () => void this.unmark(),
    writeReport: () => void this.writeReport(),
    restore: () => void this.restore(),
    addFiles: (files) => void this.addFiles(files),
    include: (plan) => {
      const without = new Set(this.state.without);
      if (!without.delete(plan)) without.add(plan);
      this.chooseToCompare({ without });
    },
    includeAll: (taking) => this.chooseToCompare({ without: new Set(taking ? [] : this.state.plans.map(({ plan }) => plan.id)) }),
    searchPlaces: (placeSearch) => this.update({ placeSearch }),
    moreCompared: () => {
      this.update({ mostCompared: this.state.mostCompared + MORE_COMPARED });
      void this.doing(null, () => this.compare());
    },
    removePlan: (plan) =>
      void this.doing('pane.writing', async () => {
        await this.kept.forget(plan);
        await this.engine.forget(plan);
        await this.compare();
      }),
    chooseIndicator: (indicator) => this.chooseToCompare({ indicator }),
    writeComparison: () => void this.writeComparison(),
    closeNotice: () => this.update({ notice: null }),
  };

  private update(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    this.view.draw(this.state);
  }

  private say(code: MessageCode, args?: Record<string, string | number>): string {
    return message(this.state.language, code, args);
  }

  /**
   * One thing at a time, in order; what goes wrong is told. With `what` its progress shows, and what was told before goes unless
   * it is done quietly.
   */
  private doing(what: MessageCode | null, run: (signal: AbortSignal) => Promise<void>, quietly = false): Promise<void> {
    const control = new AbortController();
    const begin = async (): Promise<void> => {
      if (what !== null) this.update({ busy: { what, share: null, cancel: () => control.abort() }, ...(quietly ? {} : { notice: null }) });
      try {
        await run(control.signal);
      } catch (error) {
        if (!(error instanceof Cancelled)) {
          const failure = failureOf(error);
          this.update({ notice: { kind: 'error', text: this.say(failure.code, failure.args) } });
        }
      } finally {
        if (what !== null) this.update({ busy: null });
      }
    };
    const turn = this.work.then(begin);
    this.work = turn;
    return turn;
  }

  private check(quietly = false): Promise<void> {
    return this.doing('pane.reading', (signal) => this.examine(signal), quietly);
  }

  private async examine(signal: AbortSignal): Promise<void> {
    this.cells = await readBook(
      {
        // What goes wrong there is told by the answer to the question that follows.
        outline: (outline) => void this.engine.outline(outline).catch(() => undefined),
        piece: (piece) => void this.engine.piece(piece).catch(() => undefined),
        progress: (share) => {
          if (this.state.busy) this.update({ busy: { ...this.state.busy, share } });
        },
      },
      signal,
    );
    const book = await this.stoppable('pane.checking', signal, () => this.engine.examine(this.state.language));
    this.update({ book, list: await this.engine.list(this.state.filter), stale: false });
    await this.story();
    await this.compare();
  }

  /** What the engine is long at: Cancel ends the engine, which then knows nothing any more. */
  private async stoppable<T>(what: MessageCode, signal: AbortSignal, run: () => Promise<T>): Promise<T> {
    stopIfCancelled(signal);
    if (this.state.busy) this.update({ busy: { ...this.state.busy, what, share: null } });
    const stop = (): void => {
      this.room.stop(new Cancelled());
      this.update({ book: null, list: null, story: null, compared: null });
      void this.takeKept(null);
    };
    signal.addEventListener('abort', stop);
    try {
      return await run();
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  private async list(filter: CheckFilter): Promise<void> {
    this.update({ filter });
    const list = await this.engine.list(filter).catch(() => null);
    if (list && this.state.filter === filter) this.update({ list });
  }

  private edited(): void {
    if (this.state.book?.kind === 'foreign') return;
    clearTimeout(this.quiet);
    if (!this.state.stale) this.update({ stale: true });
    if (this.cells > MOST_READ_QUIETLY) return;
    this.quiet = setTimeout(() => void this.check(true), QUIET_MS);
  }

  private explain(): Promise<void> {
    return this.state.tab === 'source' ? this.doing(null, () => this.story()) : Promise.resolve();
  }

  private async story(): Promise<void> {
    if (this.state.tab !== 'source') return;
    const selected = await selectedCell();
    const at = parseCellAddress(selected);
    const story = at ? await this.engine.explain(at.sheet, at.cell, this.state.language) : null;
    this.update({ selected, story });
  }

  private mark(): Promise<void> {
    return this.doing('pane.marking', async () => {
      const marks = await this.engine.marks();
      if (marks.length === 0) {
        this.update({ notice: { kind: 'success', text: this.say('chk.no-marks') } });
        return;
      }
      const { cells, locked } = await mark(marks);
      const text = this.say(locked.length > 0 ? 'chk.marked-locked' : 'chk.marked', { cells, sheets: locked.join(', ') });
      this.update({ notice: { kind: 'success', text } });
    });
  }

  private unmark(): Promise<void> {
    return this.doing('pane.marking', async () => {
      const { locked } = await unmark();
      const text = this.say(locked.length > 0 ? 'chk.unmarked-locked' : 'chk.unmarked', { sheets: locked.join(', ') });
      this.update({ notice: { kind: 'success', text } });
    });
  }

  private async writeReport(): Promise<void> {
    await this.check();
    await this.doing('pane.writing', async () => {
      const report = await this.engine.report();
      if (!report) throw new Failure('failure.no-checks');
      await writeReport(report);
      const { rows, kept, restored, missing } = report;
      const told = [
        this.say('chk.report-written', { rows, kept, restored: restored.length }),
        ...(missing > 0 ? [this.say('chk.report-missing', { missing })] : []),
      ];
      this.update({ notice: { kind: missing > 0 ? 'error' : 'success', text: told.join(' ') } });
    });
  }

  private async restore(): Promise<void> {
    const { story } = this.state;
    if (!story?.generated) return;
    const { write } = story.generated;
    await this.doing('pane.writing', async () => {
      await restoreCell(story.cell, write);
      this.update({ notice: { kind: 'success', text: this.say('source.restored', { cell: story.cell.replaceAll("'", '') }) } });
    });
    await this.check(true);
  }

  /** What the workbook keeps of plans added earlier, by whoever mailed it, and what was chosen of them. */
  private takeKept(what: MessageCode | null): Promise<void> {
    return this.doing(
      what,
      async (signal) => {
        const refused: string[] = [];
        await this.kept.read(async ({ file, kept }, share) => {
          stopIfCancelled(signal);
          if (this.state.busy) this.update({ busy: { ...this.state.busy, share } });
          const taken = await this.engine.takeKept(file, kept, this.state.language);
          if ('refused' in taken) refused.push(this.say('cmp.refused', { file, why: taken.refused }));
        });
        if (refused.length > 0) this.update({ notice: { kind: 'error', text: refused.join(' ') } });
        const choice = await this.kept.choice();
        if (choice) this.update({ indicator: choice.indicator, without: new Set(choice.without) });
        await this.compare();
      },
      true,
    );
  }

  /** Each file is taken or refused by itself; what was taken stays when the rest is cancelled. */
  private addFiles(files: readonly File[]): Promise<void> {
    return this.doing('pane.reading-files', async (signal) => {
      const refused: string[] = [];
      const taken: KeptPlan[] = [];
      for (const [index, file] of files.entries()) {
        if (signal.aborted) break;
        if (this.state.busy) this.update({ busy: { ...this.state.busy, share: index / files.length } });
        const added = await this.engine.add(file.name, new Uint8Array(await file.arrayBuffer()), this.state.language);
        if ('refused' in added) refused.push(this.say('cmp.refused', { file: file.name, why: added.refused }));
        else taken.push({ id: added.id, file: file.name, kept: added.kept });
      }
      try {
        await this.kept.keep(taken);
      } catch (error) {
        // Only what the workbook keeps is compared: what is shown here is what the next reader will see.
        await this.engine.forget(null);
        void this.takeKept(null);
        throw error;
      }
      await this.compare();
      const count = new Set(taken.map(({ id }) => id)).size;
      const told = [...(count > 0 ? [this.say('cmp.added', { count }), this.say('cmp.kept-in')] : []), ...refused];
      this.update({ notice: told.length === 0 ? null : { kind: refused.length > 0 ? 'error' : 'success', text: told.join(' ') } });
    });
  }

  private get choice(): Choice {
    return { indicator: this.state.indicator, without: [...this.state.without] };
  }

  /** What is chosen is kept in the workbook, so that whoever opens it next sees the same comparison. */
  private chooseToCompare(change: Partial<Pick<PaneState, 'indicator' | 'without'>>): void {
    this.update({ ...change, mostCompared: FIRST_COMPARED });
    void this.doing(null, async () => {
      await this.compare();
      await this.kept.choose(this.choice);
    });
  }

  private async compare(): Promise<void> {
    this.update(await this.engine.compared(this.choice, this.state.mostCompared, this.state.language));
  }

  private writeComparison(): Promise<void> {
    return this.doing('pane.writing', async () => {
      const { compared, language } = this.state;
      if (compared?.chosen == null) return;
      const sheet = await writeSheet(await this.engine.sheet(compared.chosen, this.choice, language));
      this.update({ notice: { kind: 'success', text: this.say('cmp.written', { sheet }) } });
    });
  }
}
