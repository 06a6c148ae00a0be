import { parseUnit } from '../number/unit.js';
import type { Fault } from './fault.js';
import { formatPath } from './fault.js';
import { type Parsed, readYaml } from './read-yaml.js';
import { type Catalogue, catalogueSchema } from './schema.js';

/** Reads the indicator catalogue; units and cross-references must be known. */
export function parseCatalogue(file: string, text: string): Parsed<Catalogue> {
  const parsed = readYaml(file, text, catalogueSchema);
  if (parsed.value === null) return parsed;
  const { value, placeOf } = parsed;
  const faults: Fault[] = [];
  const fault = (path: PropertyKey[], message: string): void => {
    faults.push({ file, ...placeOf(path), path: formatPath(path), message });
  };
  for (const [id, entry] of Object.entries(value.indicators)) {
    if (!parseUnit(entry.unit)) fault(['indicators', id, 'unit'], `unknown unit ${entry.unit}; use one such as 亿元, %, 家, 件`);
    for (const reference of ['of', 'over', 'partOf', 'addsTo'] as const) {
      const target = entry[reference];
      if (target !== undefined && !Object.hasOwn(value.indicators, target)) fault(['indicators', id, reference], unknownIndicator(target));
    }
    entry.lookAlikes.forEach((lookAlike, index) => {
      if (!Object.hasOwn(value.indicators, lookAlike.id)) fault(['indicators', id, 'lookAlikes', index, 'id'], unknownIndicator(lookAlike.id));
    });
  }
  return faults.length > 0 ? { value: null, faults } : parsed;
}

export const unknownIndicator = (id: string): string => `unknown indicator ${id}; add it to the catalogue or correct its spelling`;
