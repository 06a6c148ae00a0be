import type { ExcelHost } from '../host.js';
import { isAbove } from '../requirement-sets.js';

/** Requirement sets beside ExcelApi that Excel on the web has and that are played here. */
const OTHER_SETS = { DelayForCellEdit: '1.1', DocumentEvents: '1.1', Selection: '1.1', Settings: '1.1', RichApiRuntime: '1.2' };

/** What the played Excel says it can do. */
export const requirementMatrix = ({ options }: ExcelHost): Record<string, string> => ({ ExcelApi: options.excelApi, ...OTHER_SETS });

export function isSupported(host: ExcelHost, name: string, version: string): boolean {
  const known = requirementMatrix(host)[name];
  if (known === undefined) return false;
  const [major = 1, minor = 0] = version.split('.').map(Number);
  return !isAbove([major, minor], known);
}
