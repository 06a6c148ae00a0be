import { describe, expect, test } from 'vitest';
import { htmlBlocks } from '../../generator/documents/html-blocks.js';

const text = (text: string): object => ({ kind: 'text', text });

describe('what a page says', () => {
  test.each<[string, string, object[]]>([
    ['blocks stand on lines of their own', '<h1>规划</h1><p>一、目标</p><div>甲<b>乙</b>丙</div>', [text('规划\n一、目标\n甲乙丙')]],
    ['a break breaks a line', '<p>甲<br>乙</p>', [text('甲\n乙')]],
    ['where only the source breaks a line, nothing is between Chinese characters', '<p>研发经费\n   支出R&amp;D\n   of</p>', [text('研发经费支出R&D of')]],
    ['entities are characters', '<p>R&amp;D&nbsp;&gt;&#160;3&#8240;&hellip;</p>', [text('R&D > 3‰…')]],
    [
      'scripts, styles, menus and forms are left out',
      '<style>p{}</style><script>var a=312</script><nav>首页</nav><form>搜索</form><p>正文</p><footer>电话</footer>',
      [text('正文')],
    ],
    ['what is hidden is left out', '<p style="display:none">草稿</p><p hidden>旧</p><p>正文</p><!-- 注 -->', [text('正文')]],
    ['struck text is left out', '<p>达到<del>500</del>600家</p>', [text('达到600家')]],
    [
      'markup that is not closed',
      '<p>甲<p>乙<table><tr><td>指标<td>2025年<tr><td>企业<td>600',
      [
        text('甲\n乙'),
        {
          kind: 'table',
          rows: [
            ['指标', '2025年'],
            ['企业', '600'],
          ],
        },
      ],
    ],
    ['an empty page holds nothing', '<html><head><title>规划</title></head><body> </body></html>', []],
  ])('%s', (_, html, blocks) => {
    expect(htmlBlocks(html)).toEqual(blocks);
  });

  test('hostile nesting does not overflow anything', () => {
    expect(htmlBlocks(`${'<div>'.repeat(100_000)}甲`)).toEqual([text('甲')]);
  });
});

describe('a table', () => {
  const table = (rows: string): object[] => htmlBlocks(`<table>${rows}</table>`);
  test.each<[string, string, object[]]>([
    [
      'cells that span several are repeated in each',
      '<tr><th rowspan=2>指标</th><th colspan=2>年份</th></tr><tr><th>2020</th><th>2025</th></tr><tr><td>企业</td><td>312</td><td>600</td></tr>',
      [
        {
          kind: 'table',
          rows: [
            ['指标', '年份', '年份'],
            ['指标', '2020', '2025'],
            ['企业', '312', '600'],
          ],
        },
      ],
    ],
    [
      'a cell is one line',
      '<tr><td>研发<br>经费 </td><td><p>12.5</p><p>亿元</p></td></tr><tr><td>a\n b</td><td></td></tr>',
      [
        {
          kind: 'table',
          rows: [
            ['研发经费', '12.5 亿元'],
            ['a b', ''],
          ],
        },
      ],
    ],
    ['of one column only lays out the page', '<tr><td>一、目标</td></tr><tr><td>到2025年</td></tr>', [text('一、目标\n到2025年')]],
    [
      'around another only lays out the page',
      '<tr><td>左</td><td><table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table></td></tr><tr><td>下</td><td></td></tr>',
      [
        text('左'),
        {
          kind: 'table',
          rows: [
            ['甲', '1'],
            ['乙', '2'],
          ],
        },
        text('下'),
      ],
    ],
    [
      'with whole paragraphs only lays out the page',
      `<tr><td>正文</td><td>${'长'.repeat(401)}</td></tr><tr><td>甲</td><td>乙</td></tr>`,
      [text(`正文\n${'长'.repeat(401)}\n甲\n乙`)],
    ],
  ])('%s', (_, rows, blocks) => {
    expect(table(rows)).toEqual(blocks);
  });

  test('with absurd spans is no table of data', () => {
    const rows = '<tr>' + '<td rowspan=65000 colspan=1000>0</td>'.repeat(200) + '</tr><tr><td>1</td></tr>';
    expect(table(rows).every((block) => (block as { kind: string }).kind === 'text')).toBe(true);
  });
});
