import { message } from '../../messages/message.js';
import { indicatorsBlock, parametersBlock } from '../../sheets/definitions-sheet.js';
import { introBlock } from '../../sheets/intro-block.js';
import { say } from '../../sheets/plan-doc.js';
import { section } from '../../sheets/section.js';
import type { Block, Sheet } from '../../workbook/block.js';
import { style } from '../../workbook/style.js';
import type { Group } from '../comparison.js';
import { groupName, unitShown } from '../names.js';
import type { ComparisonDoc } from './comparison-doc.js';

/** What indicators mean, which groups there are to choose from, and the parameter of loosely told numbers. */
export const comparisonDefinitionsSheet: Sheet<ComparisonDoc> = {
  id: 'definitions',
  name: (language) => message(language, 'sheet.definitions'),
  guarded: true,
  hidden: false,
  blocks: (doc) => [
    introBlock(doc, 'definitions', 'sheet.definitions', 'compare-definitions.intro'),
    ...section(doc, 'definitions.parameters', parametersBlock(doc, ['par_about'])),
    ...section(doc, 'compare-definitions.groups', groupsBlock(doc)),
    ...section(doc, 'definitions.indicators', indicatorsBlock({ language: doc.language, plan: { indicators: new Map(doc.indicators) } })),
  ],
};

function groupsBlock(doc: ComparisonDoc): Block<Group> {
  const { language } = doc;
  const indicatorOf = ({ indicator }: Group): { zh: string; en: string } => doc.indicators.get(indicator) ?? { zh: indicator, en: indicator };
  return {
    id: 'grp',
    table: true,
    rows: doc.comparison.groups,
    rowKey: ({ key }) => key,
    columns: [
      { key: 'name', title: 'column.group', width: 40, style: style('label'), cell: (group) => groupName(language, group, indicatorOf(group)) },
      { key: 'unit', title: 'column.unit', width: 20, style: style('text'), cell: ({ unit }) => unitShown(language, unit) },
      {
        key: 'note',
        title: 'column.note',
        width: 60,
        style: style('wrap'),
        cell: ({ mixedYears }) => (mixedYears ? say(doc, 'gate.mixed-years') : null),
      },
      { key: 'members', title: 'column.members', width: 10, style: style('year'), cell: ({ members }) => members.length },
      { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
    ],
  };
}
