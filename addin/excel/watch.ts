import { abilities } from './abilities.js';

/** Stops what was begun. */
type Stop = () => Promise<void>;

/** Calls back after an edit in any sheet, one's own or a co-author's, and when sheets come and go. */
export async function watchEdits(edited: () => void): Promise<Stop> {
  const told = (): Promise<void> => {
    edited();
    return Promise.resolve();
  };
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id');
    await context.sync();
    const watched: Removable[] = [worksheets.onAdded.add(told), worksheets.onDeleted.add(told)];
    if (abilities().allSheetsEvents) watched.push(worksheets.onChanged.add(told));
    else for (const sheet of worksheets.items) watched.push(sheet.onChanged.add(told));
    await context.sync();
    return () => stop(watched);
  });
}

/** Calls back when another cell is selected. */
export async function watchSelection(selected: () => void): Promise<Stop> {
  return Excel.run(async (context) => {
    const watched = context.workbook.onSelectionChanged.add(() => {
      selected();
      return Promise.resolve();
    });
    await context.sync();
    return () => stop([watched]);
  });
}

/** What all results of adding a handler have in common. */
interface Removable {
  context: OfficeExtension.ClientRequestContext;
  remove(): void;
}

async function stop(watched: readonly Removable[]): Promise<void> {
  const [first] = watched;
  if (!first) return;
  for (const each of watched) each.remove();
  await first.context.sync();
}
