import type ExcelJS from 'exceljs';

/** Where exceljs puts a part once it is rendered. */
interface Parcel {
  append(xml: string, options: { name: string }): void;
}

/** The steps of exceljs 4.4.0's own `write`, which its types leave out; its lib/xlsx/xlsx.js is the reference. */
interface Renderer {
  prepareModel(model: object, options: object): void;
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

/**
 * The parts exceljs renders, as text by name, in its order. Its `writeBuffer` would pack them into a zip of its own, only
 * for us to unpack them again: half of what the shell costs.
 */
export async function renderParts(workbook: ExcelJS.Workbook): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const parcel: Parcel = { append: (xml, { name }) => void parts.set(name, xml) };
  const renderer = workbook.xlsx as unknown as Renderer;
  const { model } = workbook as unknown as { model: object };
  renderer.prepareModel(model, {});
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
  return parts;
}
