import type { XmlNode } from '../file/xml-node.js';
import type { Area } from './area.js';
import type { Look } from './styles.js';

/** A rule of conditional formatting: one that came with the file, kept as it is, or one made through the object model. */
export interface ConditionalFormat {
  id: string;
  /** Excel's name of the type: Custom, CellValue … */
  type: string;
  areas: Area[];
  priority: number;
  stopIfTrue: boolean;
  /** Without "=". */
  formula: string;
  look: Partial<Look>;
  /** The rule as the file has it; null for one made here. */
  rule: XmlNode | null;
}
