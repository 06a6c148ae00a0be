/** Words that stand in cells: scopes, roles, bounds, types, kinds, levels, statuses. */
export const words = {
  'scope.province': '全省',
  'scope.prefecture': '全市',
  'scope.county': '全县',
  'scope.zone': '全区',
  'scope.cluster': '全区域',

  'indicator.accumulated': '{name}（{from}—{year}年累计）',

  'unit.multiple': '倍',

  'role.history': '历史',
  'role.baseline': '基期',
  'role.target': '目标',
  'role.vision': '远景',

  'bound.eq': '等于',
  'bound.ge': '不低于',
  'bound.gt': '超过',
  'bound.le': '不高于',
  'bound.lt': '低于',
  'bound.range': '区间',
  'bound.approx': '约',
  'bound.near': '接近',

  'type.level': '水平',
  'type.ratio': '比率',
  'type.growth': '年均增速',
  'type.multiple': '倍数',
  'type.cumulative': '累计',
  'type.rank': '位次',
  'type.maintain': '每年保持',
  'type.none': '未设目标',

  'binding.binding': '约束性',
  'binding.expected': '预期性',

  'kind.growth': '增长',
  'kind.average-growth': '年均增长',
  'kind.multiple': '倍数',
  'kind.doubling': '翻番',
  'kind.increment': '新增',
  'kind.share-change': '比重变动',
  'kind.rank': '排名',
  'kind.sum': '分项与合计',

  'edge.closed': '是',
  'edge.open': '否',

  'pace.level': '%/年',
  'pace.ratio': '百分点/年',
  'pace.rank': '位/年',
  'pace.cumulative': '{unit}/年',

  'change.ratio': '百分点',

  'level.province': '省级',
  'level.prefecture': '地市级',
  'level.county': '县级',
  'level.zone': '园区',
  'level.cluster': '城市群或示范区',

  'grade.official': '官方发布',
  'grade.official-reprint': '官方转载',
  'grade.third-party': '第三方转载',

  'method.geometric': '等比',
  'method.linear': '等差',
  'method.total': '累计均分',
  'method.constant': '每年持平',
  'method.growth-constant': '按规划增速(基期价格)',
  'method.growth': '按规划增速',

  'progress.met': '已完成',
  'progress.on-track': '达到序时进度',
  'progress.behind': '略滞后',
  'progress.far-behind': '明显滞后',
  'progress.away': '逆向变动',

  'stage.flash': '快报数',
  'stage.preliminary': '初步核算数',
  'stage.annual': '年报数',
  'stage.final': '最终核实数',

  'indicator-kind.amount': '金额',
  'indicator-kind.count': '数量',
  'indicator-kind.ratio': '比率',
  'indicator-kind.per-capita': '人均',
  'indicator-kind.rate': '速率',
  'indicator-kind.rank': '位次',

  'better.higher': '越高越好',
  'better.lower': '越低越好',

  'price.current': '当年价格',
  'price.constant': '可比价格',

  'basis.year': '当年数',
  'basis.end': '期末数',
};
