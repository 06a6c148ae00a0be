import { Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../plan/messages/message.js';
import { VERSION } from '../version.js';
import type { PlaceLevel } from '../../plan/compare/comparison.js';
import { MOST_SECONDS } from '../documents/unreadable-document.js';
import { check, listRules } from './check.js';
import { comparePlans } from './compare.js';
import { exportRecords } from './export.js';
import { generate } from './generate.js';
import { newRecord } from './new.js';
import type { Output } from './output.js';
import { writeSchemas } from './schema.js';
import { parseShard, type Shard } from './shard.js';

const DEFAULT_RECORDS = ['seeds'];

/** The commands and their options; each reports its exit code to `done`. */
export function makeProgram(output: Output, done: (code: number) => void): Command {
  const program = new Command('planbook')
    .description('Turns Chinese science-and-technology plans into Excel workbooks of targets, baselines and live formulas.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(planbook --help tells the commands, planbook COMMAND --help their options)');

  program
    .command('generate')
    .description('Write a workbook for each plan record')
    .argument('[records...]', 'record files, or folders of them', DEFAULT_RECORDS)
    .option('-o, --out <folder>', 'where the workbooks go', 'out')
    .addOption(languageOption())
    .option('--catalogue <file>', 'the catalogue of indicators (default: catalogue.yaml beside the records, else in seeds/)')
    .option('--force', 'write everything anew: what is unchanged, and over files that would be left alone', false)
    .option('--jobs <number>', 'threads side by side (default: as many as there are cores)', wholeNumber)
    .option('--shard <i/n>', 'the i-th of n parts of the plans, without the comparison: for job arrays; see planbook compare', shardOf)
    .option('--json', 'list the workbooks as JSON, and which were written', false)
    .addHelpText(
      'after',
      examples(
        'planbook generate',
        'planbook generate seeds/yiyang-2021-2025.yaml --lang en --out /tmp/books',
        'planbook generate plans/ --lang zh,en',
        'planbook generate plans/ --shard 2/16 --jobs 1',
      ),
    )
    .action(async (records: string[], options: GenerateArguments) => {
      done(await generate(records, { ...options, languages: options.lang }, output));
    });

  program
    .command('check')
    .description('Tell whether each plan agrees with itself, and what has changed in returned workbooks')
    .argument('[files...]', 'records, returned workbooks (.xlsx), or folders of them', DEFAULT_RECORDS)
    .addOption(languageOption())
    .option('--all', 'passes too', false)
    .option('--only <codes>', 'these rules alone, separated by commas', commaSeparated, [])
    .option('--except <codes>', 'all rules but these', commaSeparated, [])
    .option('--rules', 'list the rules', false)
    .option('--json', 'as one JSON array', false)
    .addOption(new Option('--csv', 'as CSV for Excel').default(false).conflicts('json'))
    .option('--catalogue <file>', 'the catalogue of indicators (default: catalogue.yaml beside the records, else in seeds/)')
    .addHelpText(
      'after',
      examples(
        'planbook check',
        'planbook check seeds/xianju-2021-2025.yaml --lang en --all',
        'planbook check returned/yiyang-2021-2025.xlsx',
        'planbook check seeds returned --csv > findings.csv',
        'planbook check --only DOUBLING_CLAIM,SUM_OF_PARTS --json',
      ),
    )
    .action(
      (
        records: string[],
        options: { lang: Language[]; all: boolean; only: string[]; except: string[]; rules: boolean; json: boolean; csv: boolean; catalogue?: string },
      ) => {
        const language = options.lang[0] ?? 'zh';
        done(options.rules ? listRules(language, output) : check(records, { ...options, language }, output));
      },
    );

  program
    .command('compare')
    .description('Set plans side by side: rank what can be ranked, and say why the rest cannot')
    .argument('[plans...]', 'records and returned workbooks, or folders of them', DEFAULT_RECORDS)
    .option('-o, --out <file>', 'write a workbook: its name (.xlsx), or a folder for comparison.xlsx')
    .addOption(languageOption())
    .option('--indicator <indicators>', 'these indicators alone, by id or name, separated by commas', commaSeparated, [])
    .addOption(new Option('--level <level>', 'places of this level alone').choices(LEVELS))
    .option('--year <year>', 'values of this year alone', wholeYear)
    .option('--within <place>', 'places of this province or prefecture alone, by name or GB/T 2260 code')
    .option('--all', 'list what cannot be ranked too', false)
    .option('--force', 'replace a file of that name that is no comparison of Planbook’s, or has corrected figures', false)
    .option('--json', 'as one JSON object; with --out, the files written', false)
    .option('--catalogue <file>', 'the catalogue of indicators (default: catalogue.yaml beside the records, else in seeds/)')
    .addHelpText(
      'after',
      examples(
        'planbook compare',
        'planbook compare seeds/ --indicator rd-intensity,high-tech-va-share-gdp',
        'planbook compare returned/*.xlsx seeds/yichang-2021-2025.yaml --out comparison.xlsx',
        'planbook compare plans/ --level prefecture --within 湖南省 --year 2025 --json',
      ),
    )
    .action(async (plans: string[], options: CompareArguments) => {
      done(await comparePlans(plans, { ...options, languages: options.lang, indicators: options.indicator }, output));
    });

  program
    .command('export')
    .description('Print the figures or claims of plan records')
    .argument('[records...]', 'record files, or folders of them', DEFAULT_RECORDS)
    .option('--claims', 'claims instead of figures', false)
    .option('--json', 'as one JSON array (the default)', false)
    .addOption(new Option('--csv', 'as a tidy table for Excel, R and others').default(false).conflicts('json'))
    .addOption(new Option('--sdmx', 'figures as SDMX-CSV').default(false).conflicts(['json', 'csv', 'claims', 'out']))
    .addOption(new Option('-o, --out <folder>', 'write figures.csv, claims.csv and their CSVW description there').conflicts('json'))
    .option('--catalogue <file>', 'the catalogue of indicators (default: catalogue.yaml beside the records, else in seeds/)')
    .addHelpText(
      'after',
      examples(
        'planbook export --json > figures.json',
        'planbook export seeds/yiyang-2021-2025.yaml --claims --csv > claims.csv',
        'planbook export --csv --out out/tables',
        'planbook export --sdmx > figures.sdmx.csv',
      ),
    )
    .action((records: string[], options: { claims: boolean; csv: boolean; sdmx: boolean; out?: string; catalogue?: string }) => {
      done(exportRecords(records, options, output));
    });

  program
    .command('extract')
    .description('Read plan documents and write draft records, what is to review marked')
    .argument('<documents...>', '.txt, .html, .docx or .pdf files; with --apply, reviewed workbooks')
    .option('-o, --out <folder>', 'where the records or workbooks go', 'seeds')
    .addOption(languageOption())
    .option('--review', 'write a workbook to review the draft in, in place of its record', false)
    .option('--apply', 'write the records that reviewed workbooks give', false)
    .option('--id <id>', "the record's id, where one document is read (default: the place's code and the years)")
    .option('--catalogue <file>', 'the catalogue of indicators (default: catalogue.yaml in the folder, else in seeds/)')
    .option('--force', 'replace files of the same id', false)
    .option('--time-limit <seconds>', 'the longest that reading one document may take', seconds, MOST_SECONDS)
    .option('--json', 'print what was read as JSON and write nothing', false)
    .addHelpText(
      'after',
      examples(
        'planbook extract lishui.pdf',
        'planbook extract lishui.docx --review --out review/',
        'planbook extract --apply review/331100-2021-2025.review.xlsx',
        'planbook extract documents/*.html --out drafts/ --lang en',
        'planbook extract lishui.html --json > lishui.json',
      ),
    )
    .action(async (files: string[], options: ExtractFlags) => {
      const commands = await import(/* webpackChunkName: "extract" */ './extract-commands.js');
      done(
        options.apply
          ? commands.applyReviews(files, options, output)
          : await commands.extract(files, { ...options, language: options.lang[0] ?? 'zh' }, output),
      );
    });

  program
    .command('new')
    .description('Write a commented starter record for a plan')
    .argument('<id>', 'place and years, such as yiyang-2021-2025')
    .option('-o, --out <folder>', 'where the record goes', 'seeds')
    .option('--document <file>', "the plan's document: its name and SHA-256 go into the record")
    .option('--xlsx', 'a workbook to fill in, in place of a record', false)
    .addOption(languageOption())
    .option('--catalogue <file>', 'the catalogue whose indicators the workbook offers (default: catalogue.yaml in the folder, else in seeds/)')
    .option('--force', 'replace a record of that id', false)
    .addHelpText(
      'after',
      examples(
        'planbook new lishui-2021-2025',
        'planbook new lishui-2021-2025 --xlsx --out review/',
        'planbook new lishui-2021-2025 --document lishui.txt --out plans/',
      ),
    )
    .action(async (id: string, options: { out: string; document?: string; xlsx: boolean; lang: Language[]; catalogue?: string; force: boolean }) => {
      done(await newRecord(id, { ...options, language: options.lang[0] ?? 'zh' }, output));
    });

  program
    .command('schema')
    .description('Write the JSON Schemas that editors complete records with')
    .argument('[folder]', 'the folder with the catalogue and the records', 'seeds')
    .addHelpText('after', examples('planbook schema'))
    .action((folder: string) => {
      done(writeSchemas(folder, output));
    });

  for (const command of program.commands) command.exitOverride();
  return program;
}

interface GenerateArguments {
  out: string;
  lang: Language[];
  catalogue?: string;
  force: boolean;
  jobs?: number;
  shard?: Shard;
  json: boolean;
}

interface CompareArguments {
  lang: Language[];
  indicator: string[];
  level?: PlaceLevel;
  year?: number;
  within?: string;
  all: boolean;
  out?: string;
  force: boolean;
  json: boolean;
  catalogue?: string;
}

const LEVELS: readonly PlaceLevel[] = ['province', 'prefecture', 'county', 'zone', 'cluster'];

function wholeYear(text: string): number {
  if (!/^(?:19|20)\d{2}$/u.test(text)) throw new InvalidArgumentError('name a year, such as 2025.');
  return Number(text);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/u.test(text)) throw new InvalidArgumentError('name a whole number from 1.');
  return Number(text);
}

function seconds(text: string): number {
  if (!/^[1-9]\d{0,4}$/u.test(text)) throw new InvalidArgumentError('name a whole number of seconds, from 1.');
  return Number(text);
}

function shardOf(text: string): Shard {
  const shard = parseShard(text);
  if (!shard) throw new InvalidArgumentError('name one of n parts, counted from 1: 1/4 to 4/4.');
  return shard;
}

interface ExtractFlags {
  out: string;
  lang: Language[];
  review: boolean;
  apply: boolean;
  id?: string;
  catalogue?: string;
  force: boolean;
  timeLimit: number;
  json: boolean;
}

const examples = (...lines: string[]): string => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;

const commaSeparated = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

const languageOption = (): Option =>
  new Option('--lang <languages>', 'zh, en, or both as zh,en').default(['zh'], 'zh').argParser((text): Language[] => {
    const languages = text.split(',');
    if (!languages.every((each): each is Language => each === 'zh' || each === 'en')) throw new InvalidArgumentError('name zh, en, or zh,en.');
    return [...new Set(languages)];
  });
