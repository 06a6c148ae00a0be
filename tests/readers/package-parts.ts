import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of an .xlsx file as text, by name, in the file's order. */
export function openParts(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** Parts as an .xlsx file. */
export function packParts(parts: ReadonlyMap<string, string>): Uint8Array {
  return zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)])), { level: 6 });
}

/** The parts of a workbook but for what it says of how it was made: one made by the command line says so, one made in a test does not. */
export function withoutSeal(bytes: Uint8Array): Map<string, string> {
  return new Map(
    [...openParts(bytes)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => [name, text.replace(/<dc:identifier>[^<]*<\/dc:identifier>/u, '')]),
  );
}

/** Text in which `find` becomes `replacement`; throws where it is not there, so that no test passes by changing nothing. */
export function replaceIn(text: string, find: string | RegExp, replacement: string): string {
  const changed = text.replace(find, () => replacement);
  if (changed === text) throw new Error(`nothing to replace: ${String(find)}`);
  return changed;
}

/** A copy of a workbook with one part's text changed. */
export function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const parts = openParts(bytes);
  const xml = parts.get(name);
  if (xml === undefined) throw new Error(`the workbook has no part ${name}`);
  return packParts(parts.set(name, change(xml)));
}
