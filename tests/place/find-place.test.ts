import { expect, test } from 'vitest';
import type { PlaceLevel } from '../../plan/extract/draft.js';
import { findByRoot, findPlaces, isWithin } from '../../plan/place/find-place.js';

const shown = (name: string, level: PlaceLevel | null, words: string): string =>
  findPlaces(name, { level, words })
    .map((place) => `${place.code} ${place.parent?.name ?? ''}${place.name}`)
    .join(', ');

test.each<[name: string, level: PlaceLevel | null, words: string, found: string]>([
  ['益阳市', 'prefecture', '', '430900 湖南省益阳市'],
  ['宜昌', null, '', '420500 湖北省宜昌市'],
  ['湖南省', null, '', '430000 湖南省'],
  ['内蒙古', null, '', '150000 内蒙古自治区'],
  ['新疆', null, '', '650000 新疆维吾尔自治区'],
  ['湘西', null, '', '433100 湖南省湘西土家族苗族自治州'],
  ['凉山州', null, '', '513400 四川省凉山彝族自治州'],
  ['台州市仙居县', null, '', '331024 台州市仙居县'],
  ['浙江省台州市仙居县', null, '', '331024 台州市仙居县'],
  ['浦东新区', null, '', '310115 上海市浦东新区'],
  // Counties right under their province, and a prefecture without counties.
  ['仙桃市', null, '', '429004 湖北省仙桃市'],
  ['东莞市', null, '', '441900 广东省东莞市'],
  // Namesakes: the level or the place above settles it; where nothing does, all are told.
  ['吉林市', null, '', '220200 吉林省吉林市'],
  ['吉林', 'province', '', '220000 吉林省'],
  ['鼓楼区', null, '福州市鼓楼区科技创新规划', '350102 福州市鼓楼区'],
  ['向阳区', null, '', '230402 鹤岗市向阳区, 230803 佳木斯市向阳区'],
  // None: zones and clusters have no code, and a name the table lacks is not guessed at.
  ['长沙高新区', 'zone', '', ''],
  ['长株潭', 'cluster', '', ''],
  ['苍湾县', 'county', '', ''],
  ['', null, '', ''],
  ['市'.repeat(5000), null, '', ''],
])('%s (%s; %s) → %s', (name, level, words, found) => {
  expect(shown(name, level, words)).toBe(found);
});

test('a name cut out wrongly is taken for the place of its root only where the document names that place', () => {
  expect(findByRoot('宜昌区', '宜昌市科学技术局').map(({ name }) => name)).toEqual(['宜昌市']);
  expect(findByRoot('宜昌区', '某市科学技术局')).toEqual([]);
});

test.each([
  ['430900', '430000', true],
  ['430903', '430900', true],
  ['430903', '430000', true],
  ['430900', '430900', false],
  ['430000', '430900', false],
  ['430900', '420000', false],
  ['429004', '420000', true],
])('%s lies in %s: %s', (code, other, within) => {
  expect(isWithin(code, other)).toBe(within);
});
