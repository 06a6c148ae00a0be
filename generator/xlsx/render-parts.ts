import type ExcelJS from 'exceljs';
import type { Style } from 'exceljs';

/** Where exceljs puts a part once it is rendered. */
interface Parcel {
  append(xml: string, options: { name: string }): void;
}

/** The steps of exceljs 4.4.0's own `write`, which its types leave out; its lib/xlsx/xlsx.js is the reference. */
interface Renderer {
  prepareModel(model: Model, options: object): void;
  addContentTypes(parcel: Parcel, model: object): Promise<void>;
  addOfficeRels(parcel: Parcel, model: object): Promise<void>;
  addWorkbookRels(parcel: Parcel, model: object): Promise<void>;
  addWorksheets(parcel: Parcel, model: object): Promise<void>;
  addSharedStrings(parcel: Parcel, model: object): Promise<void>;
  addTables(parcel: Parcel, model: object): void;
  addThemes(parcel: Parcel, model: object): Promise<void>;
  addStyles(parcel: Parcel, model: object): Promise<void>;
  addApp(parcel: Parcel, model: object): Promise<void>;
  addCore(parcel: Parcel, model: object): Promise<void>;
  addWorkbook(parcel: Parcel, model: object): Promise<void>;
}

/** What its steps make parts of. */
interface Model {
  worksheets: object[];
  /** Both are there once the model is prepared. */
  styles: { addStyleModel(style: Partial<Style>, cellType: number): number };
  sharedStrings: { add(text: string): void };
}

/** Of a sheet in that model, what its own interface fills by way of cells: it is told directly, and no cell is made. */
export interface SheetContents {
  cols: { min: number; max: number; width: number; style: object }[];
  tables: { name: string; tableRef: string; autoFilterRef: string; headerRow: true; columns: { name: string; filterButton: true }[]; style: object }[];
}

const A_NUMBER = 2;

/**
 * The parts exceljs renders, as text by name, in its order, and the ids it gives to styles. Its `writeBuffer` would pack them
 * into a zip of its own, only for us to unpack them again: half of what the shell costs.
 */
export async function renderParts(
  workbook: ExcelJS.Workbook,
  sheets: readonly SheetContents[],
  styles: readonly Partial<Style>[],
): Promise<{ parts: Map<string, string>; styleIds: number[] }> {
  const parts = new Map<string, string>();
  const parcel: Parcel = { append: (xml, { name }) => void parts.set(name, xml) };
  const renderer = workbook.xlsx as unknown as Renderer;
  const { model } = workbook as unknown as { model: Model };
  model.worksheets.forEach((worksheet, index) => Object.assign(worksheet, sheets[index]));
  renderer.prepareModel(model, {});
  const styleIds = styles.map((style) => model.styles.addStyleModel(style, A_NUMBER));
  // The strings are written later, with the rows; without one there would be no part for them.
  model.sharedStrings.add('');
  await renderer.addContentTypes(parcel, model);
  await renderer.addOfficeRels(parcel, model);
  await renderer.addWorkbookRels(parcel, model);
  await renderer.addWorksheets(parcel, model);
  await renderer.addSharedStrings(parcel, model);
  renderer.addTables(parcel, model);
  await renderer.addThemes(parcel, model);
  await renderer.addStyles(parcel, model);
  await renderer.addApp(parcel, model);
  await renderer.addCore(parcel, model);
  await renderer.addWorkbook(parcel, model);
  return { parts, styleIds };
}
