import { z } from 'zod';
import type { Indicator, Plan } from '../plan.js';
import { formatFault, formatPath } from '../record/fault.js';
import { planFromRecord } from '../record/parse-plan.js';
import { indicatorSchema, recordSchema } from '../record/schema.js';
import { UnreadableWorkbook } from '../xlsx/limits.js';
import type { Contract } from './read-contract.js';

const both = z.strictObject({ zh: z.string(), en: z.string() });
/** An indicator as the contract keeps it: its look-alikes named, for the rest of the catalogue stays at home. */
const keptIndicator = indicatorSchema.extend({ lookAlikes: z.array(z.strictObject({ id: z.string(), name: both, why: both })) });
const keptCatalogue = z.record(z.string(), keptIndicator);

/** Characters of the record and its part of the catalogue; a plan of a thousand figures takes a tenth. */
const LONGEST = 5e6;

/** The plan a workbook was generated from, out of its contract alone. Throws {@link UnreadableWorkbook} where the record in it has been removed, cut or changed beyond reading. */
export function contractPlan({ record, catalogue }: Contract): Plan {
  if (record === null || catalogue === null) throw new UnreadableWorkbook('unreadable.record-gone');
  if (record.length + catalogue.length > LONGEST) throw new UnreadableWorkbook('unreadable.record-size', { most: LONGEST });
  const kept = parse(keptCatalogue, catalogue);
  const find = (id: string): Indicator | null => (Object.hasOwn(kept, id) && kept[id] ? { ...kept[id], id } : null);
  const { plan, faults } = planFromRecord('record', parse(recordSchema, record), find);
  if (!plan) throw unreadable(faults[0] ? formatFault(faults[0]) : 'damaged');
  return plan;
}

function parse<Schema extends z.ZodType>(schema: Schema, json: string): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UnreadableWorkbook('unreadable.record-cut');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw unreadable(issue ? `${formatPath(issue.path)}: ${issue.message}` : 'damaged');
}

/** What is wrong with it is told as `planbook` tells faults of records, in English: it is for whoever edited the hidden sheet. */
const unreadable = (why: string): UnreadableWorkbook => new UnreadableWorkbook('unreadable.record', { why });
