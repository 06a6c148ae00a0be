import { message } from '../../messages/message.js';
import { introBlock, linesBlock } from '../../sheets/intro-block.js';
import { say } from '../../sheets/plan-doc.js';
import type { Sheet } from '../../workbook/block.js';
import type { ComparisonDoc } from './comparison-doc.js';
import { rankingBlock } from './ranking-block.js';

/** All that can be ranked, group by group. */
export const rankingSheet: Sheet<ComparisonDoc> = {
  id: 'ranking',
  name: (language) => message(language, 'sheet.ranking'),
  guarded: true,
  hidden: false,
  blocks: (doc) => {
    const block = rankingBlock(doc);
    const none = linesBlock('rnk_none', [{ key: 'none', look: 'text', text: say(doc, 'ranking.none') }]);
    return [introBlock(doc, 'ranking', 'sheet.ranking', 'ranking.intro'), block.rows.length > 0 ? block : none];
  },
};
