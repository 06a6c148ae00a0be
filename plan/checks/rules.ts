import type { Rule } from './check.js';
import { averageGrowthClaim } from './rules/average-growth-claim.js';
import { annexesThere, baselineDated, baselineGiven, baseYearGiven, targetDated, unitPrinted } from './rules/completeness.js';
import { doublingClaim } from './rules/doubling-claim.js';
import { existingAndPlanned } from './rules/existing-and-planned.js';
import { growthClaim } from './rules/growth-claim.js';
import { impliedWholeGrows } from './rules/implied-whole-grows.js';
import { incrementAndMultiple } from './rules/increment-and-multiple.js';
import { incrementClaim } from './rules/increment-claim.js';
import { multipleClaim } from './rules/multiple-claim.js';
import { paceAgainstHistory } from './rules/pace-against-history.js';
import { partWithinWhole } from './rules/part-within-whole.js';
import { printingsAgree } from './rules/printings-agree.js';
import { shareChangeClaim } from './rules/share-change-claim.js';
import { shareGrowthReading } from './rules/share-growth-reading.js';
import { shareOfWhole } from './rules/share-of-whole.js';
import { shareWithinBounds } from './rules/share-within-bounds.js';
import { sharesImplyOneWhole } from './rules/shares-imply-one-whole.js';
import { sumOfParts } from './rules/sum-of-parts.js';
import { targetRightWay } from './rules/target-right-way.js';

/** All rules about one plan, in the order of a report: arithmetic, completeness, plausibility. */
export const RULES: readonly Rule[] = [
  growthClaim,
  averageGrowthClaim,
  multipleClaim,
  doublingClaim,
  incrementClaim,
  incrementAndMultiple,
  shareChangeClaim,
  shareGrowthReading,
  sumOfParts,
  partWithinWhole,
  shareWithinBounds,
  shareOfWhole,
  sharesImplyOneWhole,
  impliedWholeGrows,
  existingAndPlanned,
  targetRightWay,
  printingsAgree,
  baselineGiven,
  baseYearGiven,
  baselineDated,
  targetDated,
  unitPrinted,
  annexesThere,
  paceAgainstHistory,
];
