import { parseCellAddress } from '../excel/cell-address.js';
import { selectedCell } from '../excel/go-to.js';
import { restoreCell } from '../excel/restore-cell.js';
import type { Desk } from './desk.js';

/** What the selected cell is, and writing it as it was generated. */
export class TellingSource {
  constructor(private readonly desk: Desk) {}

  /** Another cell is selected, or the tab was chosen. */
  explain(): Promise<void> {
    return this.desk.state.tab === 'source' ? this.desk.doing(null, () => this.story()) : Promise.resolve();
  }

  /** Within work under way: tells the selected cell anew. */
  async story(): Promise<void> {
    const { desk } = this;
    if (desk.state.tab !== 'source') return;
    const selected = await selectedCell();
    const at = parseCellAddress(selected);
    const story = at ? await desk.engine.explain(at.sheet, at.cell, desk.language) : null;
    desk.update({ selected, story });
  }

  /** Restores the cell that is told; false where there is nothing to restore. */
  async restore(): Promise<boolean> {
    const { desk } = this;
    const { story } = desk.state;
    if (!story?.generated) return false;
    const { write } = story.generated;
    await desk.doing('pane.writing', async () => {
      await restoreCell(story.cell, write);
      desk.tell('success', desk.say('source.restored', { cell: story.cell.replaceAll("'", '') }));
    });
    return true;
  }
}
