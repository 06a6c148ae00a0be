import { addressOnSheet } from './book/area.js';
import { type Batch, type BatchAnswer, isInternal, runBatch, type Session } from './batch.js';
import type { BookEvent, Source } from './book/book.js';
import { loadBook, type Opened } from './book/load.js';
import { saveBook } from './book/save.js';
import type { Sheet } from './book/sheet.js';
import { Listeners, type Message } from './listeners.js';
import { notFound } from './office/model.js';
import { OfficeError } from './office/office-error.js';
import type { Place } from './office/office-type.js';
import { placeOf } from './office/places.js';
import { References } from './references.js';
import { isAbove, versionOf } from './requirement-sets.js';

/** Which Excel is played, and what it refuses. */
export interface HostOptions {
  /** The newest ExcelApi it knows: 1.7 is Excel 2019, 1.14 Excel 2021, 1.17 Excel 2024. */
  excelApi?: string;
  /** Office's display language. */
  language?: 'zh-CN' | 'en-US';
  /** Bytes of a request or of an answer; Excel on the web takes 5 MB. */
  payloadLimit?: number;
  theme?: Theme;
}

/** Office's own colours, as it tells them to an add-in. */
interface Theme {
  bodyBackgroundColor: string;
  bodyForegroundColor: string;
  controlBackgroundColor: string;
  controlForegroundColor: string;
  isDarkTheme?: boolean;
}

/** What happened since the counts were last reset. */
export interface Counts {
  /** Batches but for those that only let go of references. */
  syncs: number;
  cleanups: number;
  /** Bytes of the largest request and of the largest answer. */
  largestRequest: number;
  largestAnswer: number;
  /** Codes of the errors answered, each with its place. */
  errors: string[];
  /** Members asked for that are not modelled or too new. */
  notFound: string[];
  /** Addresses asked for outside the add-in's own origin. */
  outsideRequests: string[];
}

const WEB_LIMIT = 5 * 1024 * 1024;
const WAITS_FOR_CELL_EDIT = 64;
const LIGHT: Theme = { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#000000', controlBackgroundColor: '#F3F3F3', controlForegroundColor: '#000000' };

/**
 * Excel without Excel: a workbook from a real file that answers the requests of the unmodified Office.js client, counts
 * them, and plays the people at it. What is not modelled answers ApiNotFound; see README.md for its limits.
 */
export class ExcelHost {
  readonly options: Required<HostOptions>;
  counts: Counts = noCounts();
  /** Takes events to the client; set by an adapter. */
  deliver: (messages: Message[]) => void = () => undefined;
  /** Tells the client's document that something else is selected, as Excel does whether or not a sheet's event is heard. */
  selectionMoved: () => void = () => undefined;
  private readonly opened: Opened;
  private readonly references = new References();
  private readonly listeners = new Listeners();
  private readonly waiting: (() => void)[] = [];
  private editing = false;
  private inBatch = false;
  private selectionTold = false;
  private formatsBefore = 0;
  private readonly messages: Message[] = [];

  constructor(bytes: Uint8Array, options: HostOptions = {}) {
    this.options = { excelApi: '1.17', language: 'zh-CN', payloadLimit: WEB_LIMIT, theme: LIGHT, ...options };
    this.opened = loadBook(bytes);
    this.opened.book.onEvent = (event) => this.announce(event);
  }

  get book(): Opened['book'] {
    return this.opened.book;
  }

  /** References that clients hold; 0 once their runs are over. */
  get referencesLeft(): number {
    return this.references.count;
  }

  /** Cells whose look changed since the counts were reset. */
  get formatChanges(): number {
    return this.book.formatChanges - this.formatsBefore;
  }

  resetCounts(): void {
    this.counts = noCounts();
    this.formatsBefore = this.book.formatChanges;
  }

  /** Answers one request of the client. Both are JSON, as on the wire, and measured as such. */
  async processQuery(body: string, flags: number): Promise<string> {
    if (this.editing && (flags & WAITS_FOR_CELL_EDIT) !== 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    const batch = JSON.parse(body) as Batch;
    const isCleanup =
      batch.Actions.every(({ Name }) => Name === '' || Name === '_RemoveReference') && batch.Actions.some(({ Name }) => Name === '_RemoveReference');
    if (!isInternal(batch)) this.counts[isCleanup ? 'cleanups' : 'syncs'] += 1;
    const requestBytes = Buffer.byteLength(body);
    this.counts.largestRequest = Math.max(this.counts.largestRequest, requestBytes);
    let answer = JSON.stringify(this.answer(batch, requestBytes));
    const answerBytes = Buffer.byteLength(answer);
    this.counts.largestAnswer = Math.max(this.counts.largestAnswer, answerBytes);
    if (answerBytes > this.options.payloadLimit)
      answer = JSON.stringify(this.refuse(new OfficeError('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.')));
    this.deliverSoon();
    return answer;
  }

  private answer(batch: Batch, requestBytes: number): BatchAnswer {
    if (requestBytes > this.options.payloadLimit)
      return this.refuse(new OfficeError('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.'));
    if (this.editing)
      return this.refuse(
        new OfficeError(
          'InvalidOperationInCellEditMode',
          'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
        ),
      );
    this.inBatch = true;
    const session: Session = {
      book: this.book,
      references: this.references,
      admit: (type, member) => this.admit(type, member),
      listen: (of, method) => this.listeners.change(of, method),
    };
    const answer = runBatch(batch, session);
    this.inBatch = false;
    this.book.calculationSuspended = false;
    if (answer.Error) this.note(answer.Error.Code, answer.Error.Location);
    return answer;
  }

  private admit(type: string, member: string): void {
    if (isAbove(versionOf(type, member), this.options.excelApi)) throw notFound(type, member);
  }

  private refuse({ code, message }: OfficeError): BatchAnswer {
    this.note(code, '');
    return { Results: [], TraceIds: [], Error: { Code: code, Message: message, Location: '', ActionIndex: -1, HttpStatusCode: 400 } };
  }

  private note(code: string, location: string): void {
    this.counts.errors.push(location === '' ? code : `${code} ${location}`);
    if (code === 'ApiNotFound') this.counts.notFound.push(location);
  }

  /** The file as Excel would save it now. */
  save(): Uint8Array {
    return saveBook(this.opened);
  }

  /** Someone types into a cell, here or (Remote) elsewhere; '原文数据'!G7. */
  type(address: string, entry: string | number | boolean, source: Source = 'Local'): void {
    const { sheet, area } = this.place(address);
    this.book.enter(sheet, area, [[entry]], source);
    this.deliverSoon();
  }

  /** What a cell holds now: its value, and its formula if it has one. */
  cell(address: string): { value: unknown; formula: string | null } {
    this.book.calculate();
    const { sheet, area } = this.place(address);
    const { value = null, formula = null } = sheet.cell(area.row, area.column) ?? {};
    return { value, formula };
  }

  /** Someone selects cells. */
  select(address: string): void {
    const { sheet, area } = this.place(address);
    this.book.select(sheet, area);
    this.deliverSoon();
  }

  get selected(): string {
    return addressOnSheet(this.book.selection.sheet.name, this.book.selection.area);
  }

  /** Someone deletes a sheet. */
  deleteSheet(name: string, source: Source = 'Local'): void {
    this.book.deleteSheet(this.sheet(name), source);
    this.deliverSoon();
  }

  /** Someone begins to type into a cell, and all requests are refused that do not wait. */
  startEditing(): void {
    this.editing = true;
  }

  stopEditing(): void {
    this.editing = false;
    for (const go of this.waiting.splice(0)) go();
  }

  /** Lets the events that are on their way arrive. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  private place(address: string): Place {
    const place = placeOf(this.book, address);
    if (!place) throw new Error(`no cells ${address}`);
    return place;
  }

  private sheet(name: string): Sheet {
    const sheet = this.book.sheet(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  private announce(event: BookEvent): void {
    if (event.kind === 'selection' || event.kind === 'activated') this.tellSelectionSoon();
    this.messages.push(...this.listeners.messages(event, this.inBatch));
  }

  private tellSelectionSoon(): void {
    if (this.selectionTold) return;
    this.selectionTold = true;
    setTimeout(() => {
      this.selectionTold = false;
      this.selectionMoved();
    }, 0);
  }

  /** Events follow the answer, never overtake it. */
  private deliverSoon(): void {
    if (this.messages.length === 0) return;
    const messages = this.messages.splice(0);
    setTimeout(() => this.deliver(messages), 0);
  }
}

const noCounts = (): Counts => ({ syncs: 0, cleanups: 0, largestRequest: 0, largestAnswer: 0, errors: [], notFound: [], outsideRequests: [] });
