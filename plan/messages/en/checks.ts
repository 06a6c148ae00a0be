import type { checks as zh } from '../zh/checks.js';

/** What the checks say. */
export const checks: Record<keyof typeof zh, string> = {
  'sheet.operands': 'Check figures',
  'contents.operands': 'The numbers each check rests on, linked; on a fail, what each would have to be',
  'operands.intro':
    'One row for each number a check rests on; “As printed” leads to its cell. Where the check fails, the last two numbers say what this one would have to be if it alone were wrong, rounded to its own digits; both blank: this number alone cannot settle it, or cannot be solved for. They follow corrections at once.',
  'operands.none': 'No check compares numbers with numbers.',
  'role.claim': 'claim',
  'role.context': 'context',
  'column.figure_1': 'Figure 1',
  'column.figure_2': 'Figure 2',
  'column.expression': 'Reckoning',
  'column.advice': 'Advice by number',
  'sources.context': 'Context from yearbooks and the like, not from the plan',
  'column.context_source': 'Source',
  'column.vintage': 'Vintage',
  'column.needed_low': 'Alone wrong: at least',
  'column.needed_high': 'Alone wrong: at most',
  'column.raw_low': 'At least, unrounded',
  'column.raw_high': 'At most, unrounded',
  'column.label': 'Called',
  'column.check_key': 'Check key',
  'column.unit_after': 'Unit in words',
  'operand.label': '{of} “{printed}”',
  'operand.label-year': '{of} “{printed}” ({year})',
  'operand.more': '{count} more',
  'operand.at-least': '≥',
  'operand.at-most': '≤',
  'operand.between': 'within',
  'operand.is': '=',
  'operand.about': 'about',
  'operand.to': 'to',
  'operand.missing': 'missing:',
  'operand.stop': '.',
  'finding.alone': 'Were one number alone wrong, it would be:',
  'finding.incomplete': 'Cannot be computed:',
  'finding.missing-unit': 'the unit is cut short in print; read as {unit}',
  'finding.missing-annex': 'missing: {name} ({lost})',
  'finding.missing-base-year': 'the text at hand gives no base year',

  'definitions.rules': 'Rules of the checks',
  'column.rule_code': 'Rule code',
  'column.rule_asks': 'What it asks, and how it is decided',
  'rule.method': 'Method: {source}.',
  'source.edges': 'The interval printed digits stand for (half a unit of the last either side), carried over its corners',
  'source.yearbook': 'Level method, as in statistical yearbooks',
  'source.identity': "The indicator's definition (numerator ÷ denominator)",
  'source.accounting': 'Accounting identity of a whole and its parts',
  'source.completeness': 'Completeness as statistical tables require it',
  'source.mad': 'Median and median absolute deviation (Iglewicz and Hoaglin 1993); 1.4826 makes it comparable with a standard deviation',
  'source.planbook': 'Planbook; the bounds are parameters on Definitions',
  'source.comparability': 'Comparability as statistics require it: one indicator, year, level and scope',

  'rule.INCREMENT_AND_MULTIPLE': 'increment and multiple fit each other',
  'rule.SHARE_OF_WHOLE': 'a share is its part divided by its whole',
  'rule.BASE_YEAR_GIVEN': 'the plan has a base year',
  'rule.FAR_FROM_PEERS': 'not far from its peers',
  'rule.TARGETS_COMPARABLE': 'targets comparable across plans (year, level, scope)',
  'rule.LOOK_ALIKES_APART': 'plans use the same indicator',
  'rule.MEMBERS_AGAINST_CLUSTER': 'members add up to no more than their cluster',
  'rule.COUNTY_WITHIN_CITY': 'a county within its city',

  'asks.GROWTH_CLAIM':
    'The growth told must fit the first and last figures; “grew by two times” is × 3, “grew to twice” is × 2. Pass: printed precision allows it. Fail: it does not; of a share it is also said whether points would fit. Undecided: a figure or year is missing, or the first is zero.',
  'asks.AVERAGE_GROWTH_CLAIM':
    'The first figure grown at the pace told must reach the last; of value added and GDP, told at constant prices, a rise in prices (parameter) is allowed for and no error made. A miss only at the floor of an open target is a warning. Undecided: a figure or year is missing.',
  'asks.MULTIPLE_CLAIM':
    'The last figure must be the multiple told of the first. Pass: printed precision allows it. Fail: it does not. Undecided: a figure is missing, or the first is zero.',
  'asks.DOUBLING_CLAIM':
    'A doubling is at least × 2, two doublings × 4, of the past as of an aim. Fail: the target falls short; at the floor of an open target a warning, with the number it takes. Undecided: baseline or target missing, or the baseline is zero.',
  'asks.INCREMENT_CLAIM':
    'The last figure less the first must be the increment told; an increment aimed at is a floor. Pass: it is. Fail: it is not. Undecided: a figure is missing.',
  'asks.INCREMENT_AND_MULTIPLE':
    'Where the first figure is not printed but both an increment and a multiple (or growth) are: last ÷ (last − increment) must be the multiple. Pass: printed precision allows it. Fail: it does not. Undecided: a value has been cleared.',
  'asks.SHARE_CHANGE_CLAIM':
    'The difference of the two shares must be the points told; where not, it is said whether per cent would fit. Undecided: a figure is missing.',
  'asks.SHARE_GROWTH_READING':
    'A share “grew 6 %” and its first value is not printed: it follows from the growth of its part and the whole that another share implies; then per cent must fit, or it is said that points do. Undecided: a value has been cleared.',
  'asks.SUM_OF_PARTS':
    'Parts said to make up a whole must equal it, or reach it where it is a floor. Fail: they do not; where only the floors of open parts fall short, for information. Undecided: a value is missing.',
  'asks.PART_WITHIN_WHOLE':
    'A part, or the narrower of two counts, cannot exceed its whole. Fail: it does; a warning where the whole is an open target. Undecided: a value is missing.',
  'asks.SHARE_WITHIN_BOUNDS': 'A share lies between 0 and 100 %. Fail: not even within its printed precision. Undecided: the value is missing.',
  'asks.SHARE_OF_WHOLE':
    'A share must be part ÷ whole, a value per 10,000 people the value ÷ people; the whole as the plan prints it, else from its context (another source: a warning at most). Undecided: the whole is not given.',
  'asks.SHARES_IMPLY_ONE_WHOLE':
    'Two shares of one whole, each with its part, must imply the same whole. Fail: the intervals do not meet; for information where an open target, exceeded, makes them meet. Undecided: a value is missing or a share is zero.',
  'asks.IMPLIED_WHOLE_GROWS':
    'The GDP or industrial value added that a share implies must grow within bounds (parameters, 3 to 15 % a year) from baseline to target. Fail: it does not, so some figure is doubtful; for information where a year is guessed. Undecided: a value is missing or zero.',
  'asks.EXISTING_AND_PLANNED':
    'What exists and what is to be added should reach the target; additions are often gross, so more is no fault and less is for information. Undecided: a value is missing.',
  'asks.TARGET_RIGHT_WAY':
    'A target must not be worse than its baseline: not lower where higher is better, not higher for ranks and where lower is better. Fail: it is; for information where an open target may make it good. Undecided: a value is missing.',
  'asks.PRINTINGS_AGREE':
    'A figure printed more than once must be the same: rounding, other units and “600 and more” with “600” agree; ranges must share both ends. Fail: they differ. Undecided: a value is missing.',
  'asks.BASELINE_GIVEN':
    'A level, ratio, rank or growth target has a baseline; a count of what is newly added starts from nothing and needs none. Undecided: the document prints none.',
  'asks.BASE_YEAR_GIVEN': 'The plan names its base year, or dates its baselines. Undecided: it does not.',
  'asks.BASELINE_DATED':
    'A baseline has its year. Undecided: the document gives none, or the copy masks it; a guess is marked as one and never used as the year.',
  'asks.TARGET_DATED': 'A target has its year; one to be met each year needs none. Undecided: the document gives none; a guess is marked as one.',
  'asks.UNIT_PRINTED':
    'A number is printed with its whole unit, in whatever spelling. Undecided: it is cut short (10,000 for 10,000 yuan) and completed by the record.',
  'asks.ANNEXES_THERE':
    'Annexes and tables that the document names are in the text at hand; what copying lost is told apart from what the plan never gave. Undecided: one is missing.',
  'asks.PACE_AGAINST_HISTORY':
    "The yearly pace a level target demands lies within so many points (parameter, 20) of the plan's own history. Fail: far from it, for information only. Undecided: a value is missing or zero.",
  'asks.FAR_FROM_PEERS':
    'A ratio or per-capita value, and the pace a level target demands, among places of one level in one year: no further from the median than 3.5 times 1.4826 × the median absolute deviation. At least 8 peers; with fewer, or with no spread at all, undecided.',
  'asks.TARGETS_COMPARABLE':
    'Targets of one indicator must be for one year, level of place and scope to be compared as they stand. Fail: unlike most plans, for information, with the difference.',
  'asks.LOOK_ALIKES_APART':
    'An indicator of one plan that another plan has only under a similar name, with another definition, is not to be compared. Fail: for information, with the difference.',
  'asks.MEMBERS_AGAINST_CLUSTER':
    "Counts or amounts of a cluster's members (one indicator, one year) add up to no more than the cluster's; with all members there, to no less. Fail: they do not. Undecided: not all members are there, and those that are do not exceed it.",
  'asks.COUNTY_WITHIN_CITY':
    "A county's count or amount (one indicator, one year) does not exceed its city's. Fail: it does; for information where the city's target is open.",

  'across.year': 'the target is for {own}, in most other plans for {norm}',
  'across.level': 'a plan of {own} level, most others of {norm} level',
  'across.scope': 'a target for {own} alone, none for the whole place',
  'across.same': 'as in the other plans',
  'across.look-alike': 'this plan has “{own}”, {plan} has “{other}”: {why}',
  'across.peers': 'median of {count} peers {median}; {times} times the spread away',
  'across.few': 'only {count} peers, fewer than {least}',
  'across.no-spread': 'the peers are all alike: no spread to measure by',
  'across.members': 'all {count} members are there',
  'across.absent': 'no number for {names}',
  'across.city': '{plan} has {printed}',
};
