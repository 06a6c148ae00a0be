import type { DraftLeftOut } from './draft.js';
import { isTechnical, whyNone } from './exclusions.js';
import type { Reading } from './reading.js';

/** Why a number is neither figure nor claim, or null where it is one. */
export function leaveOut({ quantity, kind, subject, subjectFrom, before, lead, than }: Reading, tail: string): DraftLeftOut['why'] | null {
  if (quantity.place !== null && kind !== 'rank') return 'other';
  // 高于全国平均2.3个百分点 compares places, it tells no change.
  if (
    kind === 'share-change' &&
    than === null &&
    (/(?:高于|低于|高出|低出|超出|落后)[^,;]{0,20}$/u.test(lead) ||
      // 比全省(2.6%)低0.5个百分点
      /(?:高于|低于|比|较)[^,;。()]{0,12}\([^()]{1,12}\)[高低]?出?$/u.test(before.slice(-30)) ||
      (/(?:相差|差距|领先|高|低)[^,;增提升降]{0,16}$/u.test(lead) && /平均|全[国省市]|水平|相比/u.test(lead)))
  )
    return 'other';
  // 研发经费增长超过20%的企业: a condition; 银浆耗量降低30%: what a product is to achieve.
  if (kind !== 'figure' && kind !== 'rank' && (/^的(?:企业|单位|项目|个人|高校)/u.test(tail) || isTechnical((subject?.name ?? '') + lead))) return 'policy';
  if (kind !== 'figure' && quantity.foreign === null) return kind === 'rank' || quantity.unit !== '元' ? null : 'budget';
  return whyNone(quantity, {
    before,
    lead,
    tail,
    name: subject?.name ?? '',
    known: subject?.indicator != null,
    ahead: subjectFrom === 'lead' || subjectFrom === 'before',
  });
}
