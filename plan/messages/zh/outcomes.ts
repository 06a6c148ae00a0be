/** Rules, and what a check finds. */
export const outcomes = {
  'checks.intro':
    '规划自身是否前后一致：每项审核一行，判定随“原文数据”的更正即时变化。上下界为印刷精度所代表的区间；“不通过”表示在此区间内也不能成立。处理意见与理由供填写，再次生成时保留。',

  'rule.GROWTH_CLAIM': '增长率与数值相符',
  'rule.AVERAGE_GROWTH_CLAIM': '年均增速与数值相符',
  'rule.MULTIPLE_CLAIM': '倍数与数值相符',
  'rule.DOUBLING_CLAIM': '翻番与数值相符',
  'rule.INCREMENT_CLAIM': '新增数与总量相符',
  'rule.SHARE_CHANGE_CLAIM': '百分点变动与数值相符',
  'rule.SHARE_GROWTH_READING': '比重增长的读法（百分比或百分点）',
  'rule.SUM_OF_PARTS': '分项之和等于总数',
  'rule.PART_WITHIN_WHOLE': '其中项不大于总数',
  'rule.SHARE_WITHIN_BOUNDS': '占比在0与100之间',
  'rule.SHARES_IMPLY_ONE_WHOLE': '两项占比推算的总量一致',
  'rule.IMPLIED_WHOLE_GROWS': '占比推算的总量增速合理',
  'rule.EXISTING_AND_PLANNED': '现有加新增可达目标',
  'rule.TARGET_RIGHT_WAY': '目标优于基期',
  'rule.PRINTINGS_AGREE': '同一数值前后一致',
  'rule.BASELINE_GIVEN': '目标有基期值',
  'rule.BASELINE_DATED': '基期值有年份',
  'rule.TARGET_DATED': '目标值有年份',
  'rule.UNIT_PRINTED': '单位完整',
  'rule.ANNEXES_THERE': '附表齐全',
  'rule.PACE_AGAINST_HISTORY': '所需增速与前期相当',

  'finding.missing-figure': '缺：{indicator} {year}',
  'finding.missing-year': '原文未给出年份',
  'finding.not-computable': '数值缺失，或除数为零，无法计算',
  'finding.open': '目标未封口，越过所印界值方可成立',
  'finding.guessed': '年份为推测',
  'finding.as-points': '按百分点读则成立',
  'finding.as-percent': '按百分比读则成立',
  'finding.not-otherwise': '按百分比或百分点读均不成立',

  'outcome.pass': '通过',
  'outcome.fail': '不通过',
  'outcome.undecided': '无法判定',

  'disposition.true': '属实无误',
  'disposition.definition': '口径差异(说明)',
  'disposition.corrected': '已更正',
  'disposition.pending': '待核实',

  'level.error': '错误',
  'level.warning': '需核实',
  'level.info': '提示',
};
