import type { MessageCode } from '../../plan/messages/message.js';
import { addFile } from '../engine/add-file.js';
import type { Choice } from '../engine/shown.js';
import { stopIfCancelled } from '../excel/failure.js';
import { type KeptPlan, KeptPlans } from '../excel/kept-plans.js';
import { writeSheet } from '../excel/write-sheet.js';
import { FIRST_COMPARED, MORE_COMPARED, type PaneState } from '../pane-state.js';
import type { Desk } from './desk.js';

/** Plans that are added and kept in the workbook, what is compared of them, and writing it to a sheet. */
export class Comparing {
  private readonly kept = new KeptPlans();

  constructor(private readonly desk: Desk) {}

  /** Within work under way: compares anew. */
  async compare(): Promise<void> {
    const { engine, state, language } = this.desk;
    this.desk.update(await engine.compared(this.choice, state.mostCompared, language));
  }

  /** What the workbook keeps of plans added earlier, by whoever mailed it, and what was chosen of them. */
  takeKept(what: MessageCode | null): Promise<void> {
    const { desk } = this;
    return desk.doing(
      what,
      async (signal) => {
        const refused: string[] = [];
        await this.kept.read(async ({ file, kept }, share) => {
          stopIfCancelled(signal);
          desk.progress(share);
          const taken = await desk.engine.takeKept(file, kept, desk.language);
          if ('refused' in taken) refused.push(desk.say('cmp.refused', { file, why: taken.refused }));
        });
        if (refused.length > 0) desk.tell('error', refused.join('\n'));
        const choice = await this.kept.choice();
        if (choice) desk.update({ indicator: choice.indicator, without: new Set(choice.without) });
        await this.compare();
      },
      true,
    );
  }

  /** Each file is taken or refused by itself; what was taken stays when the rest is cancelled. */
  addFiles(files: readonly File[]): Promise<void> {
    const { desk } = this;
    return desk.doing('pane.reading-files', async (signal) => {
      const refused: string[] = [];
      const taken: KeptPlan[] = [];
      for (const [index, file] of files.entries()) {
        if (signal.aborted) break;
        desk.progress(index / files.length);
        const added = await addFile(desk.engine, file, desk.language);
        if ('refused' in added) refused.push(desk.say('cmp.refused', { file: file.name, why: added.refused }));
        else taken.push({ id: added.id, file: file.name, kept: added.kept });
      }
      try {
        await this.kept.keep(taken);
      } catch (error) {
        // Only what the workbook keeps is compared: what is shown here is what the next reader will see.
        await desk.engine.forget(null);
        void this.takeKept(null);
        throw error;
      }
      await this.compare();
      const count = new Set(taken.map(({ id }) => id)).size;
      const told = [...(count > 0 ? [desk.say('cmp.added', { count }), desk.say('cmp.kept-in')] : []), ...refused];
      if (told.length > 0) desk.tell(refused.length > 0 ? 'error' : 'success', told.join('\n'));
    });
  }

  remove(plan: string): Promise<void> {
    return this.desk.doing('pane.writing', async () => {
      await this.kept.forget(plan);
      await this.desk.engine.forget(plan);
      await this.compare();
    });
  }

  /** Takes a plan into the comparison or leaves it out. */
  include(plan: string): void {
    const without = new Set(this.desk.state.without);
    if (!without.delete(plan)) without.add(plan);
    this.choose({ without });
  }

  includeAll(taking: boolean): void {
    this.choose({ without: new Set(taking ? [] : this.desk.state.plans.map(({ plan }) => plan.id)) });
  }

  /** What is chosen is kept in the workbook, so that whoever opens it next sees the same comparison. */
  choose(change: Partial<Pick<PaneState, 'indicator' | 'without'>>): void {
    this.desk.update({ ...change, mostCompared: FIRST_COMPARED });
    void this.desk.doing(null, async () => {
      await this.compare();
      await this.kept.choose(this.choice);
    });
  }

  more(): void {
    this.desk.update({ mostCompared: this.desk.state.mostCompared + MORE_COMPARED });
    void this.desk.doing(null, () => this.compare());
  }

  write(): Promise<void> {
    const { desk } = this;
    return desk.doing('pane.writing', async () => {
      const { compared, language } = desk.state;
      if (compared?.chosen == null) return;
      const sheet = await writeSheet(await desk.engine.sheet(compared.chosen, this.choice, language));
      desk.tell('success', desk.say('cmp.written', { sheet }));
    });
  }

  private get choice(): Choice {
    const { indicator, without } = this.desk.state;
    return { indicator, without: [...without] };
  }
}
