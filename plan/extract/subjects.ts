import { type IndicatorNames, nameOf, spelling } from './indicator-names.js';

/** What a number is said to measure. */
export interface Subject {
  /** As printed, without the words around it. */
  name: string;
  indicator: string | null;
  /** The words tell what was added (新增, 新认定), not what there is. */
  added: boolean;
  /** Added up over years (累计). */
  cumulative: boolean;
}

/** Words before a number that say it is reached, not what it measures. */
const REACHES =
  /(?:达到了?|达|为|是|有|(?:增长|增加|提高|提升|上升|跃升|攀升|下降|降低|减少|扩大|发展|壮大|跃|攀|增|升|降|减)?(?:了)?[至到]|(?:上升|提高|提升|扩大|下降)为|超过|超|突破|共|计|约|近|已经?|将|均|仅为?|仅有|仍|也|就|能|可|力争|争取|努力|确保|保持|预计|预期|实现了?|完成了?|增长|增加|提高|提升|上升|上涨|扩大|发展|攀升|跃升|跃居|壮大|增|升|下降|降低|减少|缩减|由|从|自|的|了|在|于|稳定|控制|维持|累计|总计|共计|合计|总数|总量|总额|数量|规模|分别|各|再|新|接近|平均|每年|年均|不断|稳步|持续|进一步|全部|已达|高达|多达|不|低于|高于|不及|落后于|优于|全[省国市州县]|居|金额为)$/u;
const ADDS = /(?:新增加?|净增加?|新认定|新建成?|新建|新培育|新引进|新获批?|新获|新登记|新设立?|新备案|增加)(?:了)?$/u;
const VERBS =
  /^(?:荣获|每年|聚集|选派|发放|遴选|力争|争取|努力|确保|实现|建成|建设|建立|建有|拥有|现有|共有|已有|有(?!效|研发)|培育和?|培养|引进和?|引育|引培|集聚|获批|获得|获|获评|入选|认定|备案|形成|打造|创建|组建|设立|布局|实施|承担|承接|参与|组织|开展|举办|推动|推进|支持|扶持|依托|完成|达到|新增|全面|累计|通过|总计|共计|共|全年|当年|期间|其中|同时|并且?|且|以及|和|与|及|、|而|使|将|把|已|均|再|一是|二是|三是|四是|五是|六是|到|至|年|末|底|前|后|以来|以后|,|-{1,3}|·|•|●|■|◆|\d{1,2}[.)]|\(\d{1,2}\)|\)|[①-⑳])/u;
/** 具有较强竞争力的 describes what is counted and makes no other indicator of it. */
const DESCRIBES = /^(?:具有|具备|条件成熟|有|在)[^的]{1,24}的/u;
const PLACES = /^(?:我[省市县区]|全[省市县区域]|本[省市县区]|[省市县区]内|各[县区]市?区?|辖区内?|园区|区域)/u;
const ADDED_AHEAD = /^(?:(?:累计)?认定|新增加?|净增加?|新认定|新建成?|新培育|新引进|新获批?|新登记|新设立?|新备案|新创建|新组建)/u;
const CUMULATIVE = /累计|累积/u;
/** Words that leave an indicator what it is. */
const CHANGES_NOTHING =
  /^(?:地方|聚集|备案|运营|建设|成立|引进|集聚|评选|登记|组织|举办|开展|参与|承担|实施|每年|我国|全部|通过|入选|设立|布局|组建|创建|全[省市县区域]|我[省市县区]|本[省市县区]|[省市县区]内|年末|期末|年底|有效期内|现有|拥有|建成|建有|共有|有|各类|累计|力争|争取|努力|确保|实现|达到|培育|发展|壮大|获批|完成|成功|推动|使|将|其中|同时|并|且|和|与|及|、|,|以上|以及|期间|时期|年|到|至|末|底|已|共|\)|\(|区域|地区|当年|每年|全年|总|的|有效|入库|高标准|支持|打造|形成|引育|引进和?培育|新?培育和?引进|加快|推进|持续|稳步|不断|进一步|科技进步|主要|大力|积极|-)*$/u;

export const changesNothing =
  (place: string | null) =>
  (before: string): boolean => {
    const rest = place === null ? before : before.replace(place, '').replace(place.slice(0, -1), '');
    return rest.length <= 40 && (CHANGES_NOTHING.test(rest) || CHANGES_NOTHING.test(opening(rest).name));
  };

/** The subject that the words before a number tell, or null where they tell none. */
export function subjectBefore(lead: string, names: IndicatorNames, place: string | null): Subject | null {
  const neutral = changesNothing(place);
  let phrase = lead;
  let added = false;
  const cumulative = CUMULATIVE.test(lead);
  const known = (text: string): Subject | null => {
    const indicator = text === '' ? null : nameOf(names, text, neutral);
    if (indicator === null) return null;
    // 新增 before a stock makes a flow of it, unless the catalogue's own name begins so.
    const head = opening(text);
    if (head.added && !names.entries.get(indicator)?.flow) return null;
    return { name: head.name, indicator, added: added || head.added, cumulative };
  };
  for (let step = 0; step < 14; step++) {
    const found = added ? (known(`新增${phrase}`) ?? null) : known(phrase);
    if (found) return found;
    const adds = ADDS.exec(phrase);
    if (adds) {
      added = true;
      phrase = phrase.slice(0, adds.index);
      continue;
    }
    const reaches = REACHES.exec(phrase);
    if (!reaches) break;
    phrase = phrase.slice(0, reaches.index);
  }
  const head = opening(phrase);
  if (head.name === '') return null;
  return { name: head.name, indicator: null, added: added || head.added, cumulative };
}

/** The subject that the words after a number tell: 2家国家级众创空间; null where no noun follows. */
export function subjectAfter(tail: string, lead: string, names: IndicatorNames): Subject | null {
  const noun = nounOf(tail);
  if (noun === '') return null;
  const added = ADDS.test(lead) || ADDS.test(lead.replace(REACHES, '')) || ADDED_AHEAD.test(opening(lead).before);
  const indicator = prefixName(names, added ? `新增${noun}` : noun) ?? (added ? prefixName(names, noun, true) : prefixName(names, verbBefore(lead) + noun));
  return { name: noun, indicator, added, cumulative: CUMULATIVE.test(lead) };
}

const verbBefore = (lead: string): string => /(?:扶持|支持|引进|申报|培育)$/u.exec(lead)?.[0] ?? '';

/** The name the whole of a noun is; a longer noun is another thing. */
function prefixName(names: IndicatorNames, noun: string, flowOnly = false): string | null {
  // 千亿级产业集群和…: the first of two things, unless the catalogue knows both as one.
  const id = names.byName.get(spelling(noun)) ?? names.byName.get(spelling(noun.replace(/[和与及].*$/u, '')));
  return id === undefined || (flowOnly && !names.entries.get(id)?.flow) ? null : id;
}

const NOT_NOUN =
  /^(?:以上|以下|左右|以内|和|与|及|或|并|且|而|占|较|比|同|为|是|在|由|从|到|至|增|提|上升|下降|降|减|发展|扩大|翻|跃|达|超|突破|不足|分|均|已|将|的|等|以来|以、|\)|\(|\[|\]|-|\d|;|,|。|\n|:|《|”|"|$)/u;
const NOUN_ENDS =
  /(?:[,;:。!?\n()、\d]|和(?=[\d一二两三四五六七八九十])|并|成功|列入|入选|获批|建成|通过|落户|投入|正式|纳入|实现|得到|开展|申报(?!省)|(?<!级)以上|因|由于|受)/u;

function nounOf(tail: string): string {
  const text = tail.slice(0, 30);
  if (NOT_NOUN.test(text)) return '';
  const end = NOUN_ENDS.exec(text)?.index ?? text.length;
  return text
    .slice(0, end)
    .replace(/(?:和|与|及|以及|等)$/u, '')
    .replace(DESCRIBES, '');
}

/** Takes the verbs, places and joining words off the front. */
function opening(phrase: string): { name: string; added: boolean; before: string } {
  let name = phrase;
  let added = false;
  for (let step = 0; step < 14; step++) {
    const ahead = ADDED_AHEAD.exec(name);
    if (ahead) added = true;
    const found = ahead ?? VERBS.exec(name) ?? PLACES.exec(name) ?? DESCRIBES.exec(name);
    if (!found || found[0] === '') break;
    name = name.slice(found[0].length);
  }
  return { name: name.replace(/^["“”'()\[\]]+(?=[^"“”]*$)|[,、:"“]+$/gu, ''), added, before: phrase.slice(0, phrase.length - name.length) };
}

/** The name of a subject as a draft shows it. */
export const subjectName = (subject: Subject | null): string =>
  subject === null ? '' : subject.added && subject.indicator === null && !subject.name.startsWith('新') ? `新增${subject.name}` : subject.name;
