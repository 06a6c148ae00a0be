import type { Area } from './area.js';

/** A table: an area with unique headers in its first row. */
export interface Table {
  id: number;
  name: string;
  area: Area;
  headers: string[];
  style: string;
  /** Its part in the file; null until it is saved for the first time. */
  part: string | null;
}
