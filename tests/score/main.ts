import { documentsAreHere } from '../record/documents.js';
import { plans } from '../seeds.js';
import { documentText } from './document-text.js';
import { extract } from './extract.js';
import { type GoldDocument, madeUp } from './gold.js';
import { goldOfRecord } from './gold-of-record.js';
import { addFound, foundByPlanbook, foundByRecognizers, NONE_FOUND } from './recognizers.js';
import { gap, report, type ScoredSet } from './report.js';
import { compare, type Extraction, score, total } from './score.js';

const SETS: Record<string, () => GoldDocument[]> = {
  five: () => (documentsAreHere ? plans().map(goldOfRecord) : []),
  tuning: () => madeUp('tuning'),
  unseen: () => madeUp('unseen'),
};

/**
 * `npm run score`: how well `planbook extract` reads plan documents against gold answers: the five documents against their
 * records (where the documents lie beside the project), the made-up ones against their gold. `-- --json` prints one
 * object; `-- --misses NAME…` what was missed and what was read that is not there, for documents that are no secret.
 */
function run(options: readonly string[]): void {
  const misses = options.includes('--misses') ? options.slice(options.indexOf('--misses') + 1) : null;
  if (misses) {
    lookInto(misses);
    return;
  }
  const sets = Object.entries(SETS)
    .map(([set, documents]) => scoreSet(set, documents()))
    .filter(({ documents }) => documents.length > 0);
  if (options.includes('--json')) {
    console.log(JSON.stringify(sets, null, 2));
    return;
  }
  const [tuning, unseen] = ['tuning', 'unseen'].map((name) => sets.find(({ set }) => set === name));
  console.log([...report(sets), ...(tuning && unseen ? [gap(tuning.total, unseen.total)] : [])].join('\n'));
}

/** A document that could not be read counts as one in which nothing was found: leaving it out would flatter. */
function scoreSet(set: string, documents: readonly GoldDocument[]): ScoredSet {
  const scored: ScoredSet = { set, documents: [], total: total([]), numbers: { planbook: NONE_FOUND, recognizers: NONE_FOUND } };
  for (const { name, file, gold } of documents) {
    const read = tryToExtract(file);
    const given = read.given ?? NOTHING_READ;
    scored.documents.push({ name, score: score(gold, given), unread: read.why });
    scored.numbers.planbook = addFound(scored.numbers.planbook, foundByPlanbook(gold.figures, given.figures));
    scored.numbers.recognizers = addFound(scored.numbers.recognizers, foundByRecognizers(gold.figures, documentText(file)));
  }
  scored.total = total(scored.documents.map((document) => document.score));
  return scored;
}

const NOTHING_READ: Extraction = { plan: {}, figures: [], claims: [] };

function tryToExtract(file: string): { given: Extraction | null; why: string | null } {
  try {
    return { given: extract(file), why: null };
  } catch (error) {
    return { given: null, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Prints, for each document named (all that may be looked into, where none is), what separates the extraction from the gold. */
function lookInto(names: readonly string[]): void {
  const open = ['five', 'tuning'].flatMap((set) => SETS[set]?.() ?? []);
  const unknown = names.filter((name) => !open.some((document) => document.name === name));
  if (unknown.length > 0) {
    console.error(`${unknown.join(', ')}: no document that may be looked into; these are ${open.map(({ name }) => name).join(', ')}`);
    process.exitCode = 2;
  }
  for (const { name, file, gold } of open.filter((document) => names.length === 0 || names.includes(document.name))) {
    const given = extract(file);
    const { strict, whole, claims } = compare(gold, given);
    const told = ({ printed, name: indicator }: { printed: string; name: string }): string => `${printed}  ${indicator}`;
    const figure = (item: Extraction['figures'][number] | (typeof gold.figures)[number]): string =>
      `${told(item)}  ${[item.scope, item.year, item.role].filter((part) => part !== null).join(' ')}`;
    console.log(
      [
        name,
        ...strict.missed.map((item) => `  missed  ${figure(item)}`),
        ...strict.extra.map((item) => `  extra   ${figure(item)}${item.certain ? '  (certain)' : ''}`),
        ...given.figures
          .filter((_, index) => strict.isRight[index] && !whole.isRight[index])
          .map((item) => `  of another indicator or scope  ${figure(item)}  ${item.indicator ?? 'not in the catalogue'}${item.certain ? '  (certain)' : ''}`),
        ...claims.missed.map((item) => `  missed  ${item.kind} ${item.value}  ${told(item)}`),
        ...claims.extra.map((item) => `  extra   ${item.kind} ${item.value}  ${told(item)}${item.certain ? '  (certain)' : ''}`),
        ...score(gold, given).facts.wrong.map((fact) => `  wrong   ${fact}: ${String(given.plan[fact])}, not ${String(gold.plan[fact])}`),
      ].join('\n'),
    );
  }
}

run(process.argv.slice(2));
