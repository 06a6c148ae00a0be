/** Names of the sheets of a plan, what stands at their heads, and their pages. */
export const sheets = {
  'sheet.cover': '封面',
  'sheet.indicators': '主要指标',
  'sheet.figures': '原文数据',
  'sheet.sources': '资料来源',
  'sheet.pathway': '年度进度测算',
  'sheet.monitoring': '年度监测',
  'sheet.definitions': '指标解释',
  'sheet.checks': '数据审核',

  page: '第 &P 页，共 &N 页',

  'indicators.intro': '每个指标、范围和目标年份一行。白底数值来自“原文数据”，随其变动；黄底单元格供填写：如基期数经核定修订，填入“修订基期值”，后列自动改用。',

  'figures.intro': '文件中印出的每个数值一行，按原文顺序。“数值”“小数位数”可更正，其余各表随之重算；下界、上界为印刷精度所代表的区间。',

  'sources.intro': '数值的来源文件、文件缺失的附表、相对性表述，以及未作为指标的数字及其理由。出处为标题层级和句次，不引原句。',
  'sources.facts': '来源文件',
  'sources.missing': '文件提及而缺失的附表',
  'sources.claims': '相对性表述（增速、倍数、翻番、位次、合计）',
  'sources.left-out': '未作为指标的数字',
  'sources.none': '无',

  'pathway.intro':
    '由基期值与目标值推算的各年应达到的数值，测算值，非规划分年目标。水平指标按等比、比率指标按等差推算；原文印有中间年份目标的，以原文为准。指数表以基期为100，供不同单位的指标同图比较。',
  'pathway.index': '指数（基期=100，测算值）',
  'pathway.index-unit': '指数',
  'pathway.values': '各年应达到的数值（测算值，非规划分年目标）',
  'pathway.chart': '主要指标的目标路径（指数，基期=100）',
  'pathway.chart-alt': '折线图：{count}个指标由基期到目标年的测算指数，基期为100。数值见上方指数表。',
  'pathway.none': '没有同时具备基期与目标的指标，无法绘制目标路径。',

  'monitoring.intro': '每个设有目标的指标每年一行。黄底单元格供填写：实际值、数据状态、数据日期、备注；其余各列随之计算。进展判定见“指标解释”中的参数。',

  'property.subject': '科技规划指标',
  'property.keywords': '科技规划；目标；基期；指标',
};
