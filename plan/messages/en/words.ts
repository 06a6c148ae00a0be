import type { words as zh } from '../zh/words.js';

/** Words that stand in cells: scopes, roles, bounds, types, kinds, levels, statuses. */
export const words: Record<keyof typeof zh, string> = {
  'scope.province': 'whole province',
  'scope.prefecture': 'whole city',
  'scope.county': 'whole county',
  'scope.zone': 'whole zone',
  'scope.cluster': 'whole cluster',

  'indicator.accumulated': '{name} ({from}–{year}, accumulated)',

  'unit.multiple': 'times',

  'role.history': 'history',
  'role.baseline': 'baseline',
  'role.target': 'target',
  'role.vision': 'vision',

  'bound.eq': 'equal to',
  'bound.ge': 'at least',
  'bound.gt': 'more than',
  'bound.le': 'at most',
  'bound.lt': 'less than',
  'bound.range': 'range',
  'bound.approx': 'about',
  'bound.near': 'near',

  'type.level': 'level',
  'type.ratio': 'ratio',
  'type.growth': 'average growth',
  'type.multiple': 'multiple',
  'type.cumulative': 'cumulative',
  'type.rank': 'rank',
  'type.maintain': 'each year',
  'type.none': 'no target',

  'binding.binding': 'binding',
  'binding.expected': 'expected',

  'kind.growth': 'growth',
  'kind.average-growth': 'average growth',
  'kind.multiple': 'multiple',
  'kind.doubling': 'doubling',
  'kind.increment': 'increment',
  'kind.share-change': 'share change',
  'kind.rank': 'rank',
  'kind.sum': 'sum or part',

  'edge.closed': 'yes',
  'edge.open': 'no',

  'pace.level': '% a year',
  'pace.ratio': 'points a year',
  'pace.rank': 'places a year',
  'pace.cumulative': '{unit} a year',

  'change.ratio': 'percentage points',

  'level.province': 'province',
  'level.prefecture': 'prefecture-level city',
  'level.county': 'county',
  'level.zone': 'zone',
  'level.cluster': 'cluster of cities',

  'grade.official': 'official publication',
  'grade.official-reprint': 'official reprint',
  'grade.third-party': 'third-party reprint',

  'method.geometric': 'geometric',
  'method.linear': 'linear',
  'method.total': 'equal parts',
  'method.constant': 'same each year',
  'method.growth-constant': 'stated growth (base-year prices)',
  'method.growth': 'stated growth',

  'progress.met': 'met',
  'progress.on-track': 'on track',
  'progress.behind': 'slightly behind',
  'progress.far-behind': 'far behind',
  'progress.away': 'moving away',

  'stage.flash': 'flash figure',
  'stage.preliminary': 'preliminary',
  'stage.annual': 'annual report',
  'stage.final': 'final, verified',

  'indicator-kind.amount': 'amount',
  'indicator-kind.count': 'count',
  'indicator-kind.ratio': 'ratio',
  'indicator-kind.per-capita': 'per head',
  'indicator-kind.rate': 'rate',
  'indicator-kind.rank': 'rank',

  'better.higher': 'higher is better',
  'better.lower': 'lower is better',

  'price.current': 'current prices',
  'price.constant': 'constant prices',

  'basis.year': "the year's own",
  'basis.end': 'at year end',
};
