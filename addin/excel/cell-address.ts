/** A cell by sheet and address, as Excel and formulas write it: '原文数据'!$G$7 or 原文数据!G7. */
export interface CellAddress {
  sheet: string;
  /** Without dollar signs: G7, or a range G7:H9. */
  cell: string;
}

const ADDRESS = /^(?:'((?:[^']|'')+)'|([^'!]+))!([A-Z$0-9:]+)$/u;

/** Takes an address apart; null where it is none. */
export function parseCellAddress(text: string): CellAddress | null {
  const found = ADDRESS.exec(text);
  if (!found) return null;
  return { sheet: found[1]?.replaceAll("''", "'") ?? found[2] ?? '', cell: (found[3] ?? '').replaceAll('$', '') };
}
