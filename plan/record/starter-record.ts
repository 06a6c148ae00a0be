import { RECORD_CONTRACT } from './schema.js';

export interface StarterFacts {
  id: string;
  firstYear: number;
  lastYear: number;
  source: { name: string; sha256: string } | null;
}

/** A record to fill in: what must be given is empty, so that reading it names each line still to be written. */
export const starterRecord = ({ id, firstYear, lastYear, source }: StarterFacts): string => `# yaml-language-server: $schema=./plan.schema.json
# A plan record: facts and figures of one plan document, never its sentences.
# Fill in what is empty, then run: npm run planbook -- generate seeds/${id}.yaml  (each line still missing is named)
contract: ${RECORD_CONTRACT}
id: ${id}
title: {zh: "", en: ""}
place:
  zh: ""
  en: ""
  level: ""                 # province | prefecture | county | zone | cluster
  # code: "430900"          # GB/T 2260, six digits in quotes; zones and clusters have none
  # parent: {zh: 湖南省, en: Hunan, code: "430000"}
issuer: null                # {zh: …, en: …}, or null where the document does not say
issued: null                # "2021-11" as far as printed, in quotes; null where not printed
baseYear: ${firstYear - 1}              # the year before the period, if the document gives it; else null (and baseYearGuess beside it)
firstYear: ${firstYear}
lastYear: ${lastYear}
source:
  document: ${source === null ? '""' : JSON.stringify(source.name)}
  sha256: ${source === null ? '""                # of the document\'s file' : source.sha256}
  grade: third-party        # official | official-reprint | third-party
  # posted: "2023-04-04"    # the page's own date
  missing: []               # annexes the document names but lacks:
    # - {what: {zh: 主要目标表, en: table of main targets}, at: 一/(四)/s17, lost: scrape}   # scrape: the copy lost it; plan: the plan never gives it

# scopes:                   # only where figures belong to a part of the place, or to another place
#   changsha: {zh: 长沙市, en: Changsha, relation: part, code: "430100"}     # part | above | other

# One entry a printing: the number exactly as printed, with the words of its bound (600家以上, 超过12%, 20多家, 1-2个), and where it stands:
# heading labels and sentence number (一/(四)/s6). The year is null where the document masks or omits it; then give the role, and a guess if you like.
figures:
  # - {indicator: rd-expenditure, year: 2020, printed: 34.94亿元, at: 一/(一)/s4}
  # - {indicator: high-tech-enterprises, year: ${lastYear}, printed: 600家以上, at: 一/(四)/s6}
  # - {indicator: tech-contract-value, from: 2016, year: 2020, printed: 突破28亿元, at: 一/(一)/s22}   # accumulated over several years
  # - {indicator: municipal-sci-tech-fund, year: 2020, printed: 2700万, unit: 万元, at: 一/(一)/s11}   # the print cuts the unit short
  # - {indicator: provincial-parks, year: null, role: baseline, guess: 2020, printed: 9个, at: 六/(二)/s4}

# Statements that relate figures: growth, average-growth, multiple, doubling, increment, share-change, rank, sum.
claims:
  # - {kind: growth, indicator: rd-expenditure, from: 2015, to: 2020, printed: 增幅达173%, at: 一/(一)/s4}
  # - {kind: average-growth, indicator: rd-expenditure, from: 2020, to: ${lastYear}, printed: 年均增速超过12%, at: 一/(四)/s2}
  # - {kind: sum, indicator: sci-tech-projects, from: 2016, to: 2020, printed: 706项, at: 一/(一)/s10, complete: true,
  #    whole: sci-tech-projects||2016-2020, parts: [sci-tech-projects-national||2016-2020, sci-tech-projects-provincial||2016-2020]}

# Every other number with a unit, with the reason it is no indicator figure:
# budget | document | date | area | name | policy | phone | clause | count | research | other
leftOut:
  # - {printed: 5000万元, at: 一/(一)/s8, why: budget}
`;
