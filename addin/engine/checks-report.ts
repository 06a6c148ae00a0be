import { tablesOf } from '../../plan/contract/changes.js';
import { findBlock, type FoundBlock } from '../../plan/contract/read-block.js';
import type { GeneratedRow } from '../../plan/contract/read-contract.js';
import type { ReturnedPlan } from '../../plan/contract/returned-plan.js';
import { message, type MessageCode } from '../../plan/messages/message.js';
import type { ReadWorkbook } from '../../plan/xlsx/read-workbook.js';
import { generatedContent } from './generated-content.js';
import type { ChecksReport, ShownFinding } from './shown.js';

/** The name of the key column of what this report adds below the checks; by it the next report finds what to replace. */
const REPORT_NAME = 'wbk_key';

const DISPOSITIONS = ['disposition', 'reason'] as const;

/**
 * What brings the Checks sheet up to date: its own cells as generated where someone has overwritten them, and below them what the
 * rules about the workbook find, with the dispositions that stood there. In the workbook's language. Null where the sheet is gone.
 */
export function checksReport(workbook: ReadWorkbook, { contract, language, entries }: ReturnedPlan, findings: readonly ShownFinding[]): ChecksReport | null {
  const block = findBlock(workbook, 'chk');
  if (!block) return null;
  const generated = tablesOf(contract).get('chk') ?? new Map<string, GeneratedRow>();
  const restored = [...generated].flatMap(([row, { cells }]) =>
    Object.entries(cells).flatMap(([column, content]) => {
      const found = generatedContent(content, block, row, column, contract);
      const address = block.address(row, column);
      return found === null || address === null ? [] : [{ cell: address, write: found.write }];
    }),
  );
  const earlier = earlierRows(workbook, block);
  const about = findings.filter(({ row, outcome }) => row === null && outcome !== 'pass');
  const say = (code: MessageCode): string => message(language, code);
  const firstRow = block.last + 3;
  const header = (column: string): string => String(block.sheet.cells.get(`${block.columns.get(column) ?? ''}${block.first - 1}`)?.value ?? '');
  const rows = about.map((finding): Record<string, string | number> => {
    const [disposition, reason] = earlier.dispositions.get(finding.id) ?? [];
    return {
      rule: finding.rule,
      indicator: finding.about,
      explanation: finding.message,
      outcome: say(`outcome.${finding.outcome}`),
      level: finding.outcome === 'fail' ? say(`level.${finding.level}`) : '',
      disposition: disposition ?? '',
      reason: reason ?? '',
      key: finding.id,
    };
  });
  const columns = Object.keys(rows[0] ?? {}).filter((column) => block.columns.has(column));
  const kept = [...entries.cells.keys()].filter((key) => key.startsWith('chk/') && key.endsWith('/disposition')).length;
  return {
    sheet: block.sheet.name,
    name: REPORT_NAME,
    restored,
    clear: earlier.rows,
    firstRow,
    title: say('report.title'),
    columns: columns.map((column) => ({
      letters: block.columns.get(column) ?? 'A',
      header: header(column),
      cells: rows.map((row) => row[column] ?? ''),
      input: DISPOSITIONS.some((each) => each === column),
      key: column === 'key',
    })),
    rows: rows.length,
    missing: [...generated.keys()].filter((key) => !block.rows.has(key)).length,
    kept: kept + [...earlier.dispositions.values()].filter(([disposition]) => disposition !== '').length,
  };
}

/** Where the report before this one stands, and what was decided in it. */
function earlierRows(
  workbook: ReadWorkbook,
  { sheet, columns }: FoundBlock,
): { rows: [first: number, last: number] | null; dispositions: Map<string, [string, string]> } {
  const [, letters, first, last = first] = /\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/u.exec(workbook.names.get(REPORT_NAME) ?? '') ?? [];
  const dispositions = new Map<string, [string, string]>();
  if (letters === undefined) return { rows: null, dispositions };
  const text = (column: string, row: number): string => String(sheet.cells.get(`${column}${row}`)?.value ?? '');
  for (let row = Number(first); row <= Number(last); row += 1) {
    const [disposition, reason] = DISPOSITIONS.map((column) => text(columns.get(column) ?? '', row));
    if (text(letters, row) !== '') dispositions.set(text(letters, row), [disposition ?? '', reason ?? '']);
  }
  return { rows: [Number(first) - 2, Number(last)], dispositions };
}
