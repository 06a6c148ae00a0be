import type { OpenBook } from './opened-book.js';

/** One thing no reader checks; `find` tells each place that is wrong, a line each. */
export interface LintRule {
  code: string;
  find(book: OpenBook): string[];
}
