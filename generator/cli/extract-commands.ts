/** What drafts and their review need, in one file that other commands do not load. */
export { applyReviews } from './apply-review.js';
export { emptyReview } from './empty-review.js';
export { extract } from './extract.js';
export { loadReviewed } from './load-reviewed.js';
