import { type IndicatorNames, spelling } from './indicator-names.js';
import type { Reading, SentenceContext, Spot } from './reading.js';
import type { Subject } from './subjects.js';

const ZONE = /([\u4e00-\u9fa5]{2,4})?(高新区|经开区|开发区|产业园区|园区)/gu;

/** What a rank of a zone among zones ranks (云岫高新区在全国高新区综合评价中…第87位), with the zone as its scope; null where a rank is of something else. */
export function rankSubject(
  { text, quantity }: Spot,
  previous: Reading | undefined,
  { names, place }: SentenceContext,
): { subject: Subject; scope: Reading['scope'] } | null {
  const near = Math.max(0, quantity.start - 60);
  const before = text.slice(near, quantity.start);
  const sentence = before.slice(Math.max(...['。', ';', '\n'].map((stop) => before.lastIndexOf(stop))) + 1);
  if (previous?.kind === 'rank' && previous.step === 'from' && previous.subject) return { subject: previous.subject, scope: previous.scope };
  const zones = [...sentence.matchAll(ZONE)];
  if (zones.length === 0 || !/全国|国家|综合排名/u.test(sentence) || /占|支出|投入|企业数|总量/u.test(sentence)) return null;
  const own = zones.find(([, root = '']) => root !== '' && !/全国|国家|省级|在|和|以/u.test(root.slice(-2)));
  const root = own?.[1]?.replace(/^.*(?:推动|支持|促进|实现)/u, '') ?? '';
  const zone = root === '' ? null : `${root}${own?.[2] ?? ''}`;
  const subject: Subject = {
    name: `${zone ?? '高新区'}全国排名`,
    indicator: zoneRank(names, own?.[2] ?? zones[0]?.[2] ?? ''),
    added: false,
    cumulative: false,
  };
  const isOwn = zone === null || (place ?? '').startsWith(root);
  return { subject, scope: isOwn && (place ?? '').endsWith('区') ? null : zone === null ? null : { name: zone, relation: 'part' } };
}

const zoneRank = ({ byName }: IndicatorNames, kind: string): string | null =>
  kind === '高新区' || kind === '园区' ? (byName.get(spelling('国家高新区全国排名')) ?? null) : null;
