import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The unmodified client for Excel on the web, readable. */
export const CLIENT = path.join(path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist/excel-web-16.00.debug.js');

/** A version no Excel but the newest on the web has. */
const ONLINE = [99, 0] as const;
const GUARD = /_throwIfApiNotSupported\("([A-Za-z]+)\.([A-Za-z_]+)", (?:_defaultApiSetName|"([A-Za-z]+)"), "(\d+)\.(\d+)"/gu;

/** Members that go by another name in requests than in the client. */
const GUARDED_AS: Record<string, string> = { 'Worksheet.gridlines': 'Worksheet.showgridlines' };

let sets: Map<string, readonly [number, number]> | undefined;

/** The version of ExcelApi that a member came with, as the client itself guards it; 1.1 where it has no guard. */
export function versionOf(type: string, member: string): readonly [number, number] {
  sets ??= new Map(
    [...readFileSync(CLIENT, 'utf8').matchAll(GUARD)].map(([, owner = '', name = '', set, major, minor]) => [
      `${owner}.${name.toLowerCase()}`,
      set === undefined ? ([Number(major), Number(minor)] as const) : ONLINE,
    ]),
  );
  const name = `${type}.${member.toLowerCase()}`;
  return sets.get(GUARDED_AS[name] ?? name) ?? [1, 1];
}

export const isAbove = ([major, minor]: readonly [number, number], ceiling: string): boolean => {
  const [most = 1, least = 1] = ceiling.split('.').map(Number);
  return major > most || (major === most && minor > least);
};
