import type { comparison as zh } from '../zh/comparison.js';

/** What is said of a comparison workbook that came back. */
export const comparison: Record<keyof typeof zh, string> = {
  'comparison.fine': 'all {count} values are as generated',
  'comparison.rows': 'it was made with {made} figures, and {found} stand there: rows have been removed or added',
  'comparison.unlocated':
    'the figures are not those it was made with, but each agrees with its printed text: that text or keys were changed, too, and it cannot be told which; make the comparison again',
};
