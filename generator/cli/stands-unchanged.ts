import { LIMITS } from '../../plan/xlsx/limits.js';
import { bearsSeal } from '../xlsx/seal.js';
import { readFileWithin } from './read-file.js';

/** Whether a workbook stands as it would be made of these inputs. */
export function standsUnchanged(file: string, inputs: string): boolean {
  try {
    return bearsSeal(readFileWithin(file, LIMITS.fileBytes), inputs);
  } catch {
    return false;
  }
}
