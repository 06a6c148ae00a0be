import type { Reading, SentenceContext, Spot } from './reading.js';
import type { Subject } from './subjects.js';

/** Words that end like a county's name and are none. */
const NO_COUNTY =
  /[全我本各省国市区县该][县区市]|^.?(?:地|园|片|辖|校|社|城|新|市|县|街|小|山|矿|库|灾|特|专|景|林|牧|农|功能|高新|开发|示范|试验|集聚|经开|产业|先行|保税|工业)[区县]|[城都超][市]$|上市|入市|股市|地级市|县级市|[级个家业技新型中小类种占]|研发/u;

/** Another place than the plan's own that a number belongs to: 全省平均, 株洲高新区. */
export function scopeOf({ text, from, lead, tail, quantity }: Spot, subject: Subject | null, { places, place, lastPlace }: SentenceContext): Reading['scope'] {
  const above =
    /(全省|全国|全市|全州|省内|国内|长三角|珠三角|全[省国]平均(?:水平)?|[全]?省平均(?:水平)?|国家平均(?:水平)?)(?:的)?(?:平均(?:水平|值)?)?(?:为|是|的|达到?)?\(?$/u.exec(
      lead,
    );
  if (above && (lead.includes('平均') || /^的?平均/u.test(tail))) return { name: (above[1] ?? '').slice(0, 2), relation: 'above' };
  const beside = /^(?:、|和|与|,|而|较|低于|高于)*(全[国省市球])(?:则?[为是达]|达到)?$/u.exec(lead)?.[1];
  if (beside !== undefined) return { name: beside, relation: 'above' };
  // 全省研发投入强度1.8% in a city's plan is the province's.
  const whole = /^(?:其中|而|同期|同年)?(全[国省球])(?!前|第|首|唯一|领先|排|居|最|范围|知名|各|重点|性)[^,;。占]{2,30}$/u.exec(lead)?.[1];
  if (whole !== undefined && quantity.place === null && subject?.indicator != null && !(whole === '全省' && /省|自治区/u.test(place ?? '')))
    return { name: whole, relation: 'above' };
  // (全省2.6%), 全省平均水平(2.6%)
  const bracketed =
    lead === '' && text.charAt(from - 1) === '(' ? /(全[国省市球])(?:的?平均)?(?:水平|值)?\($/u.exec(text.slice(Math.max(0, from - 12), from)) : null;
  if (bracketed) return { name: bracketed[1] ?? '', relation: 'above' };
  const near = Math.max(0, from - 300);
  const segment = near + text.slice(near, from).lastIndexOf(';') + 1;
  const head = text.slice(segment, segment + 12).replace(/^(?:其中|[,、:])/u, '');
  const start = places.find((name) => head.startsWith(name) && name !== place) ?? places.find((name) => lead.startsWith(name) && name !== place);
  // 长沙…。…;株洲…: the place the sentence before was about goes on until another is named.
  if (
    start === undefined &&
    segment === near &&
    lastPlace !== null &&
    text
      .slice(from, from + 600)
      .split(';')
      .some((part) => places.some((name) => part.startsWith(name)))
  ) {
    return { name: lastPlace, relation: 'part' };
  }
  if (start !== undefined) return { name: start, relation: 'part' };
  const county = /^(?:其中|、|和|,)?([\u4e00-\u9fa5]{1,3}[县区旗市])(?=[\u4e00-\u9fa5])/u.exec(lead)?.[1];
  if (county !== undefined && county !== place && !NO_COUNTY.test(county)) return { name: county, relation: 'part' };
  const zone =
    subject &&
    /^([\u4e00-\u9fa5]{2,4}(?<!国家|[省市]级|家级|全国|在|占|各|类|和)(?:高新区|开发区|经开区))/u.exec(lead.replace(/^(?:其中|、|和|支持|推动)/u, ''));
  return zone && zone[1] !== place ? { name: zone[1] ?? '', relation: 'part' } : null;
}
