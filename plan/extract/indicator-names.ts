import { onceFor } from '../once-for.js';
import type { Catalogue, CatalogueEntry } from '../record/schema.js';

/** The catalogue by the names that plans print, in one spelling. */
export interface IndicatorNames {
  byName: Map<string, string>;
  entries: Map<string, CatalogueEntry>;
  /** No name is longer than this. */
  longest: number;
}

/** Pairs of spellings that mean the same in names of indicators, in the order they apply. */
const SPELLINGS: [RegExp, string][] = [
  [/[\s“”"'‘’「」『』《》]/gu, ''],
  [/(?:研究与?试验发展|研究与实验发展|研究和试验发展|研究与发展|研究开发|研发|R&D|R＆D)(?:\((?:R&D|研发)\))?(?:活动)?/giu, 'R&D'],
  [/R&D\(?R&D\)?/gu, 'R&D'],
  [/全社会/gu, ''],
  [/规模以上/gu, '规上'],
  [/(?:地区|国内)?生产总值(?:\(GDP\))?/gu, 'GDP'],
  [/(?:主营业务|营业)收入/gu, '营业收入'],
  [/占企业营业/gu, '占营业'],
  [/的/gu, ''],
  [/与([^与]{1,12})之比$/u, '占$1比重'],
  [/(?:比例|占比|份额|比率)/gu, '比重'],
  [/R&D(?:经费|资金)?(?:内部)?(?:总)?(?:支出|投入)?(?:经费|总额)?/gu, 'R&D'],
  [/科技企业孵化器/gu, '孵化器'],
  [/农业科技园区/gu, '农业科技园'],
  [/高企/gu, '高新技术企业'],
  [/科技性中小/gu, '科技型中小'],
  [/每?万(?:名|人)?(?:就业人员|从业人员|就业者)(?:中)?/gu, '每万就业者'],
  [/每?万(?:名)?(?:常住)?人口?(?=[^次年])/gu, '每万人'],
  [/拥有量?|持有量|保有量/gu, ''],
  [/^R&D比重$/u, 'R&D占GDP比重'],
  [/^投入强度$/u, 'R&D强度'],
  [/科学技术奖励?/gu, '科学技术奖'],
  [/科技创新平台/gu, '创新平台'],
  [/高新技术产业总产值/gu, '高新技术产业产值'],
  [/孵化毕业企业/gu, '毕业企业'],
  [/孵化器在孵/gu, '在孵'],
  [/占GDP$/u, '占GDP比重'],
  [/占([^占]{2,14}[入值出])$/u, '占$1比重'],
  [/国家级/gu, '国家'],
  [/([省市])级(?:\(含\))?(?:及)?以上/gu, '$1以上'],
  [/([省市县])级/gu, '$1'],
  [/(?:评价)?入库(?:企业)?数?$/u, ''],
  [/(?:数量|总数|总量|个数|数目|家数|总规模|规模|额度)$/u, ''],
  [/(?:数|(?<!当)量)$/u, ''],
  [/^(登记|授权)(科技成果|发明专利|专利)$/u, '$2$1'],
];

/** One spelling for the names of one indicator: R&D, GDP, levels and what only says that a number follows. */
export const spelling = (name: string): string => SPELLINGS.reduce((text, [pattern, plain]) => text.replace(pattern, plain), name.normalize('NFKC'));

/** The names of a catalogue. A spelling that two indicators share names neither. */
export const namesOf = onceFor(({ indicators }: Catalogue): IndicatorNames => {
  const byName = new Map<string, string>();
  const shared = new Set<string>();
  for (const [id, { zh, aliases }] of Object.entries(indicators)) {
    for (const name of new Set([zh, ...aliases].map(spelling))) {
      if (byName.has(name) && byName.get(name) !== id) shared.add(name);
      byName.set(name, id);
    }
  }
  for (const name of shared) byName.delete(name);
  return { byName, entries: new Map(Object.entries(indicators)), longest: Math.max(0, ...[...byName.keys()].map(({ length }) => length)) };
});

/** The indicator whose name a phrase is, or ends with after words that change nothing; null where other words qualify it. */
export function nameOf(names: IndicatorNames, phrase: string, changesNothing: (before: string) => boolean): string | null {
  const text = spelling(phrase);
  for (let index = Math.max(0, text.length - names.longest); index < text.length; index++) {
    const id = names.byName.get(text.slice(index));
    if (id !== undefined) return changesNothing(text.slice(0, index)) ? id : null;
  }
  return null;
}
