import type { ClaimEntry, DraftEntry, DraftFacts, DraftRecord, DraftScope, FigureEntry } from '../draft/draft-record.js';
import type { DraftLeftOut, ProposedIndicator, ReviewReason } from '../extract/draft.js';
import { isMessageCode, type Language } from '../messages/message.js';
import type { Catalogue } from '../record/schema.js';
import { UnreadableWorkbook } from '../xlsx/limits.js';
import type { ReadSheet, ReadWorkbook } from '../xlsx/read-workbook.js';
import { FACTS } from './plan-blocks.js';
import { type ReviewRow, reviewRows } from './review-rows.js';
import { REVIEW_MARK, REVIEW_VERSION } from './review-workbook.js';
import { ReviewScopes } from './review-scopes.js';
import { type CodeOf, codeShown, type ListName } from './shown.js';

/** What is wrong with a cell that a person filled in. */
interface CellFault {
  cell: string;
  message: string;
}

/** A review as it stands: the record it gives, and what hinders it. */
export interface Review {
  draft: DraftRecord;
  language: Language;
  faults: CellFault[];
  /** Cells of rows that nobody has decided on yet: they keep their note. */
  undecided: string[];
  /** Ids of rows that someone has deleted: dropped, and said so. */
  removed: string[];
  /** Where an entry or a fact stands. */
  addressOf(id: string): string | null;
}

/** Reads a review workbook back, wherever its rows have gone. Null where it is none; throws {@link UnreadableWorkbook} where it cannot be read whole. */
export function readReview(workbook: ReadWorkbook, catalogue: Catalogue): Review | null {
  const sheet = workbook.sheets.find(isReview);
  if (!sheet) return null;
  const version = Number(sheet.cells.get('C1')?.value);
  if (version > REVIEW_VERSION) throw new UnreadableWorkbook('unreadable.newer-review', { version, known: REVIEW_VERSION });
  return new ReviewReader(workbook, catalogue, hiddenRows(sheet)).read();
}

const isReview = ({ cells }: ReadSheet): boolean => cells.get('A1')?.value === REVIEW_MARK && Number(cells.get('C1')?.value) >= 1;

interface HiddenRow {
  what: string;
  which: string;
  content: string;
}

function hiddenRows({ cells }: ReadSheet): HiddenRow[] {
  const rows: HiddenRow[] = [];
  for (let number = 1; typeof cells.get(`A${number}`)?.value === 'string'; number += 1) {
    const [what = '', which = '', content = ''] = ['A', 'B', 'C'].map((letter) => String(cells.get(`${letter}${number}`)?.value ?? ''));
    rows.push({ what, which, content });
  }
  return rows;
}

class ReviewReader {
  private readonly faults: CellFault[] = [];
  private readonly undecided: string[] = [];
  private readonly addresses = new Map<string, string>();
  private readonly scopes: ReviewScopes;
  private readonly ids = new Map<string, string>();
  private readonly seen = new Set<string>();

  constructor(
    private readonly workbook: ReadWorkbook,
    catalogue: Catalogue,
    private readonly hidden: readonly HiddenRow[],
  ) {
    const entries = Object.entries(catalogue.indicators);
    // A name of the list goes before another indicator's alias.
    for (const [id, { aliases }] of entries) for (const alias of aliases) this.ids.set(alias, id);
    for (const [id, { zh, en }] of entries) for (const name of [id, zh, en]) this.ids.set(name, id);
    this.scopes = new ReviewScopes(this.contents<DraftScope>('scope'));
  }

  read(): Review {
    const { id, facts } = this.readFacts();
    const figures = this.entries('rvf', (row) => this.figure(row));
    const claims = this.entries('rvc', (row) => this.claim(row));
    const drafted = this.hidden.filter(({ what }) => what === 'row').map(({ which }) => which);
    return {
      draft: {
        ...{ id, facts, doubts: [], scopes: this.scopes.used(), figures, claims },
        ...{ leftOut: this.contents<DraftLeftOut>('left-out'), proposals: this.contents<ProposedIndicator>('proposal') },
      },
      language: this.hidden.find(({ what }) => what === 'language')?.content === 'en' ? 'en' : 'zh',
      ...{ faults: this.faults, undecided: this.undecided, removed: drafted.filter((each) => !this.seen.has(each)) },
      addressOf: (entry) => this.addresses.get(entry) ?? null,
    };
  }

  private contents<T extends object>(wanted: string): T[] {
    return this.hidden.flatMap(({ what, content }) => (what === wanted ? (parsed<T>(content) ?? []) : []));
  }

  private readFacts(): { id: string; facts: DraftFacts } {
    const rows = new Map(reviewRows(this.workbook, 'rvp').map((row) => [row.id, row]));
    const text = (fact: string, column = 'value'): string | null => rows.get(fact)?.text(column) ?? null;
    for (const { fact } of FACTS) {
      const row = rows.get(fact);
      if (row) this.addresses.set(fact, row.address('value'));
    }
    const list = <Name extends ListName>(fact: string, name: Name): CodeOf<Name> | null => {
      const row = rows.get(fact);
      return row ? this.code(row, 'value', name) : null;
    };
    const year = (fact: string): number | null => {
      const row = rows.get(fact);
      return row ? this.year(row, 'value') : null;
    };
    return {
      id: text('id') ?? '',
      facts: {
        ...{ title: text('title'), titleEn: text('title', 'english'), place: text('place'), placeEn: text('place', 'english') },
        ...{ level: list('level', 'level'), code: text('code'), parent: text('parent'), parentEn: text('parent', 'english'), parentCode: text('parentCode') },
        ...{ issuer: text('issuer'), issuerEn: text('issuer', 'english'), issued: text('issued') },
        ...{ baseYear: year('baseYear'), firstYear: year('firstYear'), lastYear: year('lastYear') },
        ...{ document: text('document') ?? '', sha256: text('sha256') ?? '', grade: list('grade', 'grade') ?? 'third-party' },
      },
    };
  }

  /** Entries of the rows that are kept, each under an id of its own: a copied row is one more. */
  private entries<E>(block: 'rvf' | 'rvc', read: (row: ReviewRow) => E): DraftEntry<E>[] {
    const taken = new Set<string>();
    return reviewRows(this.workbook, block).flatMap((row, index): DraftEntry<E>[] => {
      if (row.id !== null) this.seen.add(row.id);
      const decision = row.text('decision') === null ? null : this.code(row, 'decision', 'decision');
      if (decision === 'drop') return [];
      if (row.text('printed') === null) {
        this.fault(row, 'printed', 'no printed number; fill it in, or choose drop');
        return [];
      }
      const id = row.id === null || taken.has(row.id) ? `${block}${index + 1}` : row.id;
      taken.add(id);
      this.addresses.set(id, row.address('printed'));
      const review = decision === null ? this.reasonOf(row.id) : null;
      if (review) this.undecided.push(row.address('decision'));
      return [{ id, entry: read(row), review, remark: row.text('remark') }];
    });
  }

  /** Why a row was to review when it was read from the document. */
  private reasonOf(id: string | null): ReviewReason | null {
    const content = this.hidden.find(({ what, which }) => what === 'row' && which === id)?.content ?? 'null';
    const reason = parsed<ReviewReason>(content);
    if (reason === null) return null;
    return isMessageCode(reason.code) ? { code: reason.code, args: reason.args } : { code: 'review.unreviewed', args: {} };
  }

  private base(row: ReviewRow): Pick<FigureEntry, 'indicator' | 'name' | 'scope' | 'printed' | 'unit' | 'at'> {
    const indicator = row.text('indicator');
    const scope = row.text('scope');
    return {
      indicator: indicator === null ? null : (this.ids.get(indicator) ?? null),
      name: indicator ?? row.text('name') ?? '',
      scope: scope === null ? null : this.scopes.slugOf(scope),
      ...{ printed: row.text('printed') ?? '', unit: row.text('unit'), at: row.text('at') ?? '' },
    };
  }

  private figure(row: ReviewRow): FigureEntry {
    const role = this.code(row, 'role', 'role');
    if (role === null && row.text('role') === null) this.fault(row, 'role', 'no role; choose one');
    return {
      ...{ ...this.base(row), year: this.year(row, 'year'), fromYear: this.year(row, 'from'), role: role ?? 'target' },
      ...{ estimated: row.text('estimated') !== null, everyYear: row.text('every') !== null, guess: this.year(row, 'guess') },
    };
  }

  private claim(row: ReviewRow): ClaimEntry {
    const kind = this.code(row, 'kind', 'kind');
    if (kind === null && row.text('kind') === null) this.fault(row, 'kind', 'no kind; choose one');
    return {
      ...{ ...this.base(row), kind: kind ?? 'growth', fromYear: this.year(row, 'from'), toYear: this.year(row, 'to'), among: row.text('among') },
      ...{
        whole: row.text('whole'),
        parts:
          row
            .text('parts')
            ?.split(/[\s,，;；、]+/u)
            .filter((part) => part !== '') ?? [],
      },
    };
  }

  private code<Name extends ListName>(row: ReviewRow, column: string, list: Name): CodeOf<Name> | null {
    const shown = row.text(column);
    const code = shown === null ? null : codeShown(list, shown);
    if (shown !== null && code === null) this.fault(row, column, `${JSON.stringify(shown)} is none of the choices; choose from the list`);
    return code;
  }

  private year(row: ReviewRow, column: string): number | null {
    const shown = row.text(column);
    if (shown === null) return null;
    const year = /^(\d{4})年?$/u.exec(shown)?.[1];
    if (year === undefined) this.fault(row, column, `${JSON.stringify(shown)} is no year; give four digits, or leave it empty`);
    return year === undefined ? null : Number(year);
  }

  private fault(row: ReviewRow, column: string, message: string): void {
    this.faults.push({ cell: row.address(column), message });
  }
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names what it wrote
function parsed<T extends object>(text: string): T | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as T) : null;
  } catch {
    return null;
  }
}
