/** What is said of a comparison workbook that came back. */
export const comparison = {
  'comparison.fine': '数值列的{count}个数均与生成时一致',
  'comparison.rows': '生成时有{made}个数值，现有{found}个：有行被删除或新增',
  'comparison.unlocated': '数值与生成时不一致，但各行均与其印刷文本相符，无法指明是哪一个：印刷文本或主键也被改动；请重新生成比较工作簿',
};
