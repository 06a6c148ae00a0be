import { describe, expect, it } from 'vitest';
import { namesOf } from '../../plan/extract/indicator-names.js';
import { subjectBefore } from '../../plan/extract/subjects.js';
import { catalogue } from '../seeds.js';

const names = namesOf(catalogue());
const found = (lead: string): string | null => subjectBefore(lead, names, '安源市')?.indicator ?? null;

describe('the indicator that the words before a number name', () => {
  it.each([
    ['全社会研究与试验发展(R&D)经费支出占GDP的比重达到', 'rd-intensity'],
    ['全社会研发投入占地区生产总值比例提高到', 'rd-intensity'],
    ['R&D经费内部支出', 'rd-expenditure'],
    ['全市拥有有效期内高新技术企业', 'high-tech-enterprises'],
    ['力争高新技术企业总数达到', 'high-tech-enterprises'],
    ['安源市高新技术企业数量', 'high-tech-enterprises'],
    ['每万人口高价值发明专利拥有量', 'high-value-patents-per-10k'],
    ['万人发明专利拥有量', 'invention-patents-per-10k'],
    ['每万名从业人员中研发人员', 'rd-personnel-per-10k'],
    ['累计备案国家级“星创天地”', 'star-sparks-national'],
    ['规上工业企业研发经费支出与营业收入之比', 'rd-to-revenue-industry'],
    ['技术合同成交额', 'tech-contract-value'],
    ['技术合同登记额', 'tech-contract-value'],
    ['企业研发投入', 'rd-expenditure-enterprises'],
    ['新增高新技术企业', 'high-tech-enterprises-new'],
    ['公民具备基本科学素质的比例', 'scientific-literacy'],
    ['省级及以上重点实验室', 'key-laboratories-provincial-up'],
  ])('%s', (lead, id) => {
    expect(found(lead)).toBe(id);
  });

  it.each(['规上高新技术企业', '省级高新技术企业', '新增规上高新技术企业', '累计认定高新技术企业', '骨干企业研发投入', '高新技术企业培育库', '拟上市企业'])(
    '%s is another thing',
    (lead) => {
      expect(found(lead)).toBeNull();
    },
  );
});
