import { message } from '../../messages/message.js';
import { figureColumns, type FigureRow, figureRows, sharedEdges } from '../../sheets/figures-sheet.js';
import { introBlock, linesBlock } from '../../sheets/intro-block.js';
import type { PlanDoc } from '../../sheets/plan-doc.js';
import { say } from '../../sheets/plan-doc.js';
import type { Block, Column, Sheet } from '../../workbook/block.js';
import { style } from '../../workbook/style.js';
import type { ComparisonDoc } from './comparison-doc.js';
import { figureKey } from './value-cells.js';

/** Every printing of every plan in one table, to be filtered. */
export const comparisonFiguresSheet: Sheet<ComparisonDoc> = {
  id: 'figures',
  name: (language) => message(language, 'sheet.figures'),
  guarded: false,
  hidden: false,
  blocks: (doc) => [
    { ...introBlock(doc, 'figures', 'sheet.figures', 'compare-figures.intro'), joined: true },
    linesBlock('figures_live', [{ key: 'live', look: 'intro', text: say(doc, doc.live ? 'compare-figures.live' : 'compare-figures.constant') }]),
    figuresBlock(doc),
  ],
};

interface OwnedRow extends FigureRow {
  doc: PlanDoc;
}

/** Among the figures of all plans. */
const idOf = ({ doc: { plan }, key }: OwnedRow): string => figureKey(plan.record.id, key);

function figuresBlock(doc: ComparisonDoc): Block<OwnedRow> {
  const { language, version } = doc;
  const edges = sharedEdges();
  const rows = doc.plans.flatMap((plan): OwnedRow[] => {
    const own = { plan, language, version };
    return figureRows(plan, edges).map(({ figure, printing, key, low, high }) => ({ figure, printing, key, low, high, doc: own }));
  });
  const columns: Column<OwnedRow>[] = [
    { key: 'place', title: 'column.place', width: 24, style: style('label'), cell: ({ doc: own }) => own.plan.record.place[language] },
    ...figureColumns<OwnedRow>(language, ({ doc: own }) => own).filter(({ key }) => key !== 'key'),
    { key: 'plan', title: 'column.plan-id', width: 26, style: style('key'), cell: ({ doc: own }) => own.plan.record.id },
    { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: idOf },
  ];
  return { id: 'fig', table: true, rows, rowKey: idOf, columns };
}
