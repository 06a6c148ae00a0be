import { CellError } from '../../plan/expression/evaluate.js';
import type { BookEvent } from './book/book.js';
import { type OfficeObject } from './office/office-type.js';

/** An event on its way to the client. */
export interface Message {
  messageCategory: number;
  messageType: number;
  /** "Workbook", or the sheet's id. */
  targetId: string;
  /** JSON. */
  message: string;
}

const CATEGORY = 65_536;
const WORKBOOK = 'Workbook';
const TYPES = { changed: 10, activated: 11, deactivated: 12, added: 13, selection: 14, deleted: 15 } as const;
const NAMES: Record<string, BookEvent['kind']> = {
  DataChanged: 'changed',
  Activated: 'activated',
  Deactivated: 'deactivated',
  Added: 'added',
  SelectionChanged: 'selection',
  Deleted: 'deleted',
};

/** Who listens to what: only registered events are sent, as Excel does. */
export class Listeners {
  private readonly targets = new Map<BookEvent['kind'], Map<string, number>>();

  /** `_RegisterDataChangedEvent`, `_UnregisterAddedEvent` …; false where the event is not modelled. */
  change(of: OfficeObject, method: string): boolean {
    const match = /^_(Unregister|Register)(\w+)Event$/u.exec(method);
    const kind = NAMES[match?.[2] ?? ''];
    if (!kind || (of.type !== 'Worksheet' && of.type !== 'WorksheetCollection')) return false;
    const target = of.type === 'Worksheet' ? (of as OfficeObject<'Worksheet'>).target.sheet.id : WORKBOOK;
    const counts = this.targets.get(kind) ?? new Map<string, number>();
    counts.set(target, Math.max(0, (counts.get(target) ?? 0) + (match?.[1] === 'Register' ? 1 : -1)));
    this.targets.set(kind, counts);
    return true;
  }

  messages(event: BookEvent, byAddIn: boolean): Message[] {
    const message = JSON.stringify(content(event, byAddIn));
    return [WORKBOOK, event.sheet.id]
      .filter((target) => (this.targets.get(event.kind)?.get(target) ?? 0) > 0)
      .map((targetId) => ({ messageCategory: CATEGORY, messageType: TYPES[event.kind], targetId, message }));
  }
}

const TYPE_NAMES: Record<string, string> = { number: 'Double', string: 'String', boolean: 'Boolean' };
const typeName = (value: unknown): string => (value instanceof CellError ? 'Error' : value === '' ? 'Empty' : (TYPE_NAMES[typeof value] ?? 'Empty'));
const told = (value: unknown): unknown => (value instanceof CellError ? value.code : value);

function content(event: BookEvent, byAddIn: boolean): object {
  const worksheetId = event.sheet.id;
  if (event.kind !== 'changed')
    return { worksheetId, ...('address' in event ? { address: event.address } : {}), ...('source' in event ? { source: event.source } : {}) };
  const { address, changeType, source, before, after } = event;
  const details =
    before === undefined ? {} : { valueBefore: told(before), valueAfter: told(after), valueTypeBefore: typeName(before), valueTypeAfter: typeName(after) };
  const triggerSource = byAddIn ? 'ThisLocalAddin' : 'Unknown';
  return { worksheetId, address, changeType, source, triggerSource, shiftDirection: 'None', referenceId: `${worksheetId}!${address}`, ...details };
}
