import type { Result } from '../expression/evaluate.js';
import { columnLetters, quoteSheet } from './address.js';
import type { BarChart, Chart, LineChart } from './block.js';
import type { CellValues } from './cell-values.js';
import type { LaidChart } from './laid-workbook.js';
import { columnIndex, type Placed } from './place-blocks.js';

const nameOf = (value: Result): string => (typeof value === 'string' ? value : '');

type HeadersOf = (placed: Placed) => string[];

/** Turns a chart over keys into one over ranges, with the values that a preview shows without computing. */
export function layChart(chart: Chart, placed: readonly Placed[], values: CellValues, headersOf: HeadersOf, fromRow: number, columns: number): LaidChart {
  return chart.kind === 'bar' ? layBars(chart, placed, values, headersOf, fromRow) : layLines(chart, placed, values, headersOf, fromRow, columns);
}

function layBars(chart: BarChart, placed: readonly Placed[], values: CellValues, headersOf: HeadersOf, fromRow: number): LaidChart {
  const host = placed.find(({ block }) => block.id === chart.block);
  if (!host) throw new Error(`no block ${chart.block} for the chart ${chart.title}`);
  const { block, first, sheetName } = host;
  const headers = headersOf(host);
  const rows = Array.from({ length: Math.min(chart.count, block.rows.length) }, (_, row) => row);
  const range = (column: number, from: number, to: number): string =>
    `${quoteSheet(sheetName)}!$${columnLetters(column + 1)}$${from}${to > from ? `:$${columnLetters(column + 1)}$${to}` : ''}`;
  const down = (column: number): string => range(column, first, first + rows.length - 1);
  const categories = columnIndex(block, chart.categories);
  return {
    kind: 'bar',
    title: chart.title,
    alt: chart.alt,
    axis: chart.axis,
    fromRow,
    fromColumn: columnIndex(block, chart.from),
    columns: columnIndex(block, chart.to) + 1,
    categories: { reference: down(categories), texts: rows.map((row) => nameOf(values.value(host, row, categories))) },
    series: chart.series.map((key) => {
      const column = columnIndex(block, key);
      const cells = rows.map((row) => values.value(host, row, column));
      return {
        name: headers[column] ?? '',
        nameReference: range(column, first - 1, first - 1),
        reference: down(column),
        values: cells.map((cell) => (typeof cell === 'number' ? cell : null)),
      };
    }),
  };
}

function layLines(
  chart: LineChart,
  placed: readonly Placed[],
  values: CellValues,
  headersOf: (placed: Placed) => string[],
  fromRow: number,
  columns: number,
): LaidChart {
  const host = placed.find(({ block }) => block.id === chart.block);
  if (!host) throw new Error(`no block ${chart.block} for the chart ${chart.title}`);
  const { block, first, sheetName } = host;
  const sheet = quoteSheet(sheetName);
  const [from, to, nameAt] = [columnIndex(block, chart.first), columnIndex(block, chart.last), columnIndex(block, chart.nameColumn)];
  const range = (row: number): string => `${sheet}!$${columnLetters(from + 1)}$${row}:$${columnLetters(to + 1)}$${row}`;
  const rowKeys = (block.rows as unknown[]).map((row) => block.rowKey(row));
  return {
    kind: 'line',
    title: chart.title,
    alt: chart.alt,
    axis: chart.axis,
    fromRow,
    fromColumn: 0,
    columns,
    categories: { reference: range(first - 1), texts: headersOf(host).slice(from, to + 1) },
    series: chart.rows.map((key) => {
      const index = rowKeys.indexOf(key);
      const cells = Array.from({ length: to - from + 1 }, (_, offset) => values.value(host, index, from + offset));
      return {
        name: nameOf(values.value(host, index, nameAt)),
        nameReference: `${sheet}!$${columnLetters(nameAt + 1)}$${first + index}`,
        reference: range(first + index),
        values: cells.map((cell) => (typeof cell === 'number' ? cell : null)),
      };
    }),
  };
}
