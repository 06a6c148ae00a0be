import type { PlaceLevel } from '../extract/draft.js';
import packed from './places.json';

/** A place with a GB/T 2260 code. */
export interface CodedPlace {
  /** Six digits. */
  code: string;
  name: string;
  level: 'province' | 'prefecture' | 'county';
  /** The place it lies in; null for provinces. */
  parent: { code: string; name: string } | null;
}

/** Peoples in the names of autonomous places. */
const PEOPLES =
  '壮|回|维吾尔|苗|彝|土家|藏|蒙古|布依|侗|瑶|满|朝鲜|哈尼|黎|哈萨克|傣|畲|傈僳|仡佬|东乡|拉祜|水|佤|纳西|羌|土|仫佬|锡伯|柯尔克孜|达斡尔|景颇|毛南|撒拉|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|普米|布朗|各';
/** What follows a place's own name: 益阳市, 湘西土家族苗族自治州, 内蒙古自治区. */
const SUFFIX = new RegExp(`(?:省|市|特别行政区|(?:(?:${PEOPLES})族)*(?:维吾尔)?自治[州县区旗]|地区|盟|林区|新区|区|县|旗)$`, 'u');

let index: Map<string, CodedPlace[]> | null = null;

/** Places by full and by short name, made when first asked for. */
function places(): Map<string, CodedPlace[]> {
  if (index) return index;
  index = new Map();
  const byCode = new Map<string, CodedPlace>();
  for (const item of packed.places.split(' ')) {
    const digits = /^\d+/u.exec(item)?.[0] ?? '';
    // Counties that stand directly under their province have no prefecture of their own in the table.
    const above = byCode.get(digits.slice(0, 4)) ?? byCode.get(digits.slice(0, 2));
    const place: CodedPlace = {
      code: digits.padEnd(6, '0'),
      name: item.slice(digits.length),
      level: digits.length === 2 ? 'province' : digits.length === 4 ? 'prefecture' : 'county',
      parent: above ? { code: above.code, name: above.name } : null,
    };
    byCode.set(digits, place);
    const short = shortName(place.name);
    for (const name of new Set([place.name, short, ...(place.name.endsWith('自治州') ? [`${short}州`] : [])]))
      index.set(name, [...(index.get(name) ?? []), place]);
  }
  return index;
}

/** 益阳市 → 益阳; names that would leave a single character stay whole (沧县). */
function shortName(name: string): string {
  const short = name.replace(SUFFIX, '');
  return short.length >= 2 ? short : name;
}

/** What helps to tell namesakes apart: the level the document gives, and words in which the place above is named. */
export interface PlaceHints {
  level: PlaceLevel | null;
  /** Title, issuer, the document's beginning. */
  words: string;
}

/**
 * The places a name may mean: one where it is certain, several where namesakes cannot be told apart (鼓楼区), none where the
 * table lacks it. A full name goes before a short one (吉林市, then 吉林), and 湖南省益阳市 is read from its end.
 */
export function findPlaces(name: string, { level, words }: PlaceHints): CodedPlace[] {
  if (level === 'zone' || level === 'cluster') return [];
  const found = named(name);
  const full = found.filter((place) => name.endsWith(place.name));
  const likely = full.length > 0 ? full : found;
  const ofLevel = likely.filter((place) => place.level === level);
  const candidates = ofLevel.length > 0 ? ofLevel : likely;
  if (candidates.length < 2) return candidates;
  const told = candidates.filter(({ parent }) => parent !== null && words.includes(shortName(parent.name)));
  return told.length > 0 ? told : candidates;
}

/** A name cut wrongly out of a sentence (宜昌区 of 宜昌区域): the place of the same root whose full name the words have. */
export function findByRoot(name: string, words: string): CodedPlace[] {
  const root = shortName(name);
  return root === name ? [] : (places().get(root) ?? []).filter((place) => place.name !== name && words.includes(place.name));
}

/** The longest name with all above it: 新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿克陶县. */
const LONGEST = 30;

function named(name: string): CodedPlace[] {
  const known = places();
  const own = known.get(name);
  if (own || name.length > LONGEST) return own ?? [];
  for (let cut = 2; cut <= name.length - 2; cut += 1) {
    const above = known.get(name.slice(0, cut)) ?? [];
    const below = named(name.slice(cut)).filter((place) => above.some(({ code }) => isWithin(place.code, code)));
    if (below.length > 0) return below;
  }
  return [];
}

/** Whether a place lies in another, by their codes: the first two digits are the province, the next two the prefecture. */
export const isWithin = (code: string, other: string): boolean => code !== other && code.startsWith(other.replace(/(?:00){1,2}$/u, ''));
