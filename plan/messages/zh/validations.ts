/** What Excel says where an entry is refused. */
export const validations = {
  'validation.number.title': '请填写数字',
  'validation.number.text': '请填写数字，单位同“单位”列；没有则留空。',
  'validation.year.title': '请填写年份',
  'validation.year.text': '请填写四位年份，如2020。',
  'validation.stage.title': '请选择',
  'validation.stage.text': '请从列表中选择数据状态。',
  'validation.date.title': '请填写日期',
  'validation.date.text': '请填写日期，如 2024-03-31。',
  'validation.remark.title': '备注',
  'validation.remark.text': '可填写不超过500字的说明。',
  'validation.share.title': '请填写0到1之间的数',
  'validation.share.text': '请填写0到1之间的数，如 0.95。',
  'validation.disposition.title': '请选择',
  'validation.disposition.text': '请从列表中选择处理意见。',
};
