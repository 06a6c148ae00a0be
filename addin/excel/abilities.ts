import type { MessageCode } from '../../plan/messages/message.js';

/** What this Excel can do beyond the floor the manifest asks for. */
export interface Abilities {
  /** ExcelApi 1.7, without which nothing works. */
  enough: boolean;
  /** One event for edits in all sheets (1.9); before, sheets added later are watched only after the pane is opened anew. */
  allSheetsEvents: boolean;
  /** A written sheet can hide its gridlines, a chart move its axis (1.8). */
  gridlines: boolean;
  /** A written sheet can be set up for print and its numbers stand off their cells' edge (1.9). */
  printSetUp: boolean;
  /** Hidden rows are noticed when they are hidden (1.11); before, at the next edit. */
  hiddenRowEvents: boolean;
}

export function abilities(): Abilities {
  const has = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);
  return { enough: has('1.7'), allSheetsEvents: has('1.9'), gridlines: has('1.8'), printSetUp: has('1.9'), hiddenRowEvents: has('1.11') };
}

/** What this Excel lacks, by message code; empty where it lacks nothing the pane uses. */
export function lacking({ allSheetsEvents, printSetUp, hiddenRowEvents }: Abilities): MessageCode[] {
  return [
    ...(allSheetsEvents ? [] : (['lacks.sheet-events'] as const)),
    ...(printSetUp ? [] : (['lacks.print'] as const)),
    ...(hiddenRowEvents ? [] : (['lacks.hidden-rows'] as const)),
  ];
}
