import type { Language } from '../messages/message.js';
import type { Plan } from '../plan.js';
import { type Finding, findingsOf } from '../report/findings.js';

/** A finding without its numbers: its message tells them. */
export type KeptFinding = Omit<Finding, 'args'>;

/** What the checks say of one plan: how often what, and each finding that needs a reader. */
export interface CheckedPlan {
  plan: Plan;
  pass: number;
  fail: number;
  /** Of the failures, those at error level. */
  error: number;
  undecided: number;
  findings: KeptFinding[];
}

/** Checks a plan and keeps what a comparison shows; passes are counted only, for thousands of plans make hundreds of thousands of them. */
export function checkedPlan(plan: Plan, language: Language, version: string): CheckedPlan {
  // A plan of its own for the checks: what they keep by plan goes with it.
  const all = findingsOf({ ...plan }, language, version);
  const count = (outcome: Finding['outcome']): number => all.filter((finding) => finding.outcome === outcome).length;
  return {
    plan,
    pass: count('pass'),
    fail: count('fail'),
    error: all.filter(({ outcome, level }) => outcome === 'fail' && level === 'error').length,
    undecided: count('undecided'),
    findings: all.filter(({ outcome }) => outcome !== 'pass').map(kept),
  };
}

const kept = ({ plan, code, outcome, level, indicator, scope, year, message }: Finding): KeptFinding => ({
  plan,
  code,
  outcome,
  level,
  indicator,
  scope,
  year,
  message,
});
