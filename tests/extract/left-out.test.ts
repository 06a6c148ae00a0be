import { describe, expect, it } from 'vitest';
import { draftOf, figuresOf, TASKS } from './read.js';

describe('numbers that are no indicator figures are left out, each with its reason', () => {
  it.each([
    ['获得中央财政资金5000万元。', '5000万元 budget'],
    ['总投资26亿元建设科学城。', '26亿元 budget'],
    ['设立总规模20亿元的科创母基金。', '20亿元 budget'],
    ['给予最高500万元支持。', '500万元 budget'],
    ['规划面积12.5平方公里。', '12.5平方公里 area'],
    ['出台政策文件17件。', '17件 policy'],
    ['打造“六个10”工程。', '六个 name'],
    ['围绕三大主导产业布局。', '三大 count'],
    ['由17个部门组成。', '17个 count'],
    ['与湖南大学等4所高校共建。', '4所 count'],
    ['力争上市8个1类新药。', '8个 research'],
    ['电池循环寿命达到2000次以上。', '2000次以上 research'],
    ['阅读：2.3万次。', '2.3万次 other'],
    ['审批时限压缩到60个工作日以内。', '60个工作日 date'],
    ['给予20%的补贴。', '20% policy'],
    ['依据第七十三条规定。', '七十三条 clause'],
    ['三届大赛。', '三届 date'],
    ['图像传感器达到8000万像素。', '8000万像素 research'],
    ['突破7纳米工艺。', '7纳米 research'],
    ['存储容量达到1万个。', '1万个 research'],
    ['建成万吨级码头2个。', '2个 research'],
    ['充电效率达到95%。', '95% research'],
    ['建成产能达10万台的生产线。', '10万台 research'],
    ['粮食亩产达到1200斤。', '1200斤 research'],
    ['每亩节本200元。', '200元 research'],
    ['化肥使用量减少10%。', '10% policy'],
    ['农药利用率达到43%。', '43% research'],
  ])('%s', (sentence, leftOut) => {
    const draft = draftOf(`${TASKS}${sentence}`);
    expect(figuresOf(draft)).toEqual([]);
    expect(draft.leftOut.map(({ printed, why }) => `${printed} ${why}`)).toContain(leftOut);
  });
});
