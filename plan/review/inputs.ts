import type { Validation } from '../workbook/block.js';
import { LISTS, type ListName } from './shown.js';

/** What may be entered into a review workbook; Excel shows the words. One object each, so that neighbouring rows share a rule. */
const choose = (list: ListName): Validation => ({
  kind: 'list',
  options: Object.values(LISTS[list]),
  title: 'review.input.choose.title',
  text: 'review.input.choose.text',
});

export const INPUT = {
  printed: { kind: 'text', max: 60, title: 'review.input.printed.title', text: 'review.input.printed.text' },
  text: { kind: 'text', max: 500, title: 'review.input.text.title', text: 'review.input.text.text' },
  unit: { kind: 'text', max: 20, title: 'review.input.unit.title', text: 'review.input.unit.text' },
  locator: { kind: 'text', max: 60, title: 'review.input.locator.title', text: 'review.input.locator.text' },
  scope: { kind: 'text', max: 60, title: 'review.input.scope.title', text: 'review.input.scope.text' },
  parts: { kind: 'text', max: 200, title: 'review.input.parts.title', text: 'review.input.parts.text' },
  year: { kind: 'whole', min: 1900, max: 2100, title: 'validation.year.title', text: 'review.input.year.text' },
  indicator: { kind: 'names', name: 'rvi_name', title: 'review.input.indicator.title', text: 'review.input.indicator.text' },
  decision: choose('decision'),
  role: choose('role'),
  kind: choose('kind'),
  level: choose('level'),
  grade: choose('grade'),
  yes: choose('yes'),
} as const satisfies Record<string, Validation>;
