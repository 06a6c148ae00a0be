import type { Language } from '../messages/message.js';
import type { Plan } from '../plan.js';
import { type Finding, reckonChecks } from '../report/findings.js';
import type { PlanDoc } from '../sheets/plan-doc.js';

/** A finding without its numbers: its message tells them. */
export type KeptFinding = Omit<Finding, 'args'>;

/** What the checks say of one plan: how often what, and each finding that needs a reader. */
export interface ToldChecks {
  pass: number;
  fail: number;
  /** Of the failures, those at error level. */
  error: number;
  undecided: number;
  findings: KeptFinding[];
}

export interface CheckedPlan extends ToldChecks {
  plan: Plan;
}

/** Checks a plan of its own, for what checks keep by plan goes with it. */
export const checkedPlan = (plan: Plan, language: Language, version: string): CheckedPlan => ({
  plan,
  ...tellChecks({ plan: { ...plan }, language, version }),
});

/** Checks a plan and keeps what a comparison shows; passes are counted only, for thousands of plans make hundreds of thousands of them. */
export function tellChecks(doc: PlanDoc): ToldChecks {
  const reckoned = reckonChecks(doc);
  const findings = reckoned.filter(({ outcome }) => outcome !== 'pass').map(({ finding }) => kept(finding()));
  const fails = findings.filter(({ outcome }) => outcome === 'fail');
  return {
    pass: reckoned.length - findings.length,
    fail: fails.length,
    error: fails.filter(({ level }) => level === 'error').length,
    undecided: findings.length - fails.length,
    findings,
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
