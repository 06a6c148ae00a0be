import { type Language, message, type MessageCode } from '../../plan/messages/message.js';
import type { ShownFinding } from '../engine/shown.js';
import { type CheckModel, FINDING_KINDS, FIRST_FILTER, type FindingKind, kindOf } from '../models/check-model.js';
import type { PaneActions, PaneState } from '../pane-state.js';
import { actionButton } from './action-button.js';
import { element } from './element.js';
import { glyph } from './glyph.js';

/** All findings, worst first: filters, what to do with them, the list, what has changed. */
export function checkView(state: PaneState, actions: PaneActions): Node[] {
  const { book, list: model, language, filter } = state;
  if (!model) return [];
  const say = (code: MessageCode, args?: Record<string, string | number>): string => message(language, code, args);
  return [
    element(
      'div',
      { class: 'actions' },
      actionButton(say('chk.again'), 'check-again', actions.check, state, { appearance: state.stale ? 'primary' : 'secondary' }),
      actionButton(say('chk.mark'), 'check-mark', actions.mark, state, { title: say('chk.mark-tip') }),
      actionButton(say('chk.unmark'), 'check-unmark', actions.unmark, state),
      book?.kind === 'plan' ? actionButton(say('chk.report'), 'check-report', actions.writeReport, state, { title: say('chk.report-tip') }) : null,
    ),
    filters(model, state, actions),
    element(
      'p',
      { class: 'counts' },
      say('chk.counts', { total: model.total, fail: model.failed, undecided: model.counts.undecided, pass: model.counts.pass }),
    ),
    ...(model.allPass && filter.search === '' && !filter.kinds.has('pass') ? [element('p', { class: 'good' }, glyph('pass'), say('chk.all-pass'))] : []),
    findingList(model, state, actions),
  ];
}

const kindName = (language: Language, kind: FindingKind): string =>
  message(language, kind === 'undecided' || kind === 'pass' ? `outcome.${kind}` : `level.${kind}`);

function filters({ counts }: CheckModel, { filter, language }: PaneState, actions: PaneActions): HTMLElement {
  const chips = FINDING_KINDS.map((kind) => {
    const pressed = filter.kinds.has(kind);
    const toggle = (): void => {
      const kinds = new Set(filter.kinds);
      if (pressed) kinds.delete(kind);
      else kinds.add(kind);
      actions.filter({ ...filter, kinds, most: FIRST_FILTER.most });
    };
    return element(
      'button',
      { type: 'button', class: 'chip', 'aria-pressed': String(pressed), 'data-key': `filter-${kind}`, onclick: toggle },
      glyph(kind),
      element('span', {}, kindName(language, kind)),
      element('b', {}, String(counts[kind])),
    );
  });
  const search = element('input', {
    type: 'search',
    class: 'search',
    value: filter.search,
    placeholder: message(language, 'chk.search'),
    'aria-label': message(language, 'chk.search'),
    'data-key': 'search',
    oninput: (event) => actions.filter({ ...filter, search: (event.target as HTMLInputElement).value, most: FIRST_FILTER.most }),
  });
  return element(
    'div',
    { class: 'filters' },
    element('div', { class: 'chips', role: 'group', 'aria-label': message(language, 'chk.filters') }, ...chips),
    search,
  );
}

function findingList({ shown, more, allPass }: CheckModel, state: PaneState, actions: PaneActions): HTMLElement {
  const { language, filter } = state;
  if (shown.length === 0) {
    if (allPass && filter.search === '') return element('div');
    return element(
      'div',
      { class: 'empty' },
      element('p', {}, message(language, 'chk.none')),
      element('fluent-button', { size: 'small', 'data-key': 'clear-filter', onclick: () => actions.filter(FIRST_FILTER) }, message(language, 'chk.clear')),
    );
  }
  const items = shown.map((finding, index) => findingItem(finding, index, state, actions));
  return element(
    'div',
    {},
    element('ul', { class: 'findings', 'aria-label': message(language, 'chk.findings') }, ...items),
    more === 0
      ? null
      : element(
          'fluent-button',
          { size: 'small', 'data-key': 'more', onclick: () => actions.filter({ ...filter, most: filter.most + 200 }) },
          message(language, 'chk.more', { count: Math.min(more, 200) }),
        ),
  );
}

/** One finding: a click goes to its cell; its details open below it. */
export function findingItem(finding: ShownFinding, index: number, { language, open }: PaneState, actions: PaneActions): HTMLElement {
  const kind = kindOf(finding);
  const isOpen = open.has(finding.id);
  const [first] = finding.cells;
  const details = `finding-${index}`;
  return element(
    'li',
    { class: `finding ${kind}` },
    element(
      'button',
      {
        type: 'button',
        class: 'go',
        'data-key': `go-${finding.id}`,
        onclick: () => {
          if (first === undefined) actions.open(finding.id);
          else actions.goTo(first);
        },
      },
      glyph(kind),
      element(
        'span',
        { class: 'told' },
        element('span', { class: 'kind' }, kindName(language, kind)),
        ' ',
        element('span', { class: 'rule' }, finding.rule),
        finding.about === '' ? null : element('span', { class: 'about' }, finding.about),
        element('span', { class: 'message' }, withoutRule(finding)),
      ),
    ),
    element(
      'button',
      {
        type: 'button',
        class: 'disclose',
        'aria-expanded': String(isOpen),
        'aria-controls': details,
        'aria-label': `${message(language, 'chk.details')} · ${finding.rule} ${finding.about}`,
        'data-key': `open-${finding.id}`,
        onclick: () => actions.open(finding.id),
      },
      element('span', { 'aria-hidden': 'true', class: 'chevron' }),
    ),
    element('div', { id: details, class: 'details', hidden: !isOpen }, ...(isOpen ? findingDetails(finding, language, actions) : [])),
  );
}

/** The rule's name stands above already. */
const withoutRule = ({ message: text, rule }: ShownFinding): string => (text.startsWith(rule) ? text.slice(rule.length).replace(/^[：:]\s*/u, '') : text);

function findingDetails({ asks, numbers, cells, row, disposition, code, id }: ShownFinding, language: Language, actions: PaneActions): HTMLElement[] {
  const rows = [...numbers, ...(disposition === null ? [] : ([[message(language, 'column.disposition'), disposition]] as [string, string][]))];
  const links = (label: MessageCode, some: readonly string[]): HTMLElement =>
    element(
      'p',
      { class: 'cells' },
      `${message(language, label)} `,
      ...some.slice(0, 12).flatMap((cell) => [cellLink(cell, `${id}-${cell}`, actions), ' ']),
      some.length > 12 ? '…' : '',
    );
  return [
    ...(asks === null ? [] : [element('p', { class: 'asks' }, asks)]),
    ...(rows.length === 0 ? [] : [element('dl', {}, ...rows.flatMap(([label, shown]) => [element('dt', {}, label), element('dd', {}, shown)]))]),
    ...(cells.length === 0 ? [] : [links('chk.cells', cells)]),
    ...(row === null ? [] : [links('chk.own-row', [row])]),
    element('p', { class: 'code' }, code),
  ];
}

/** A cell's address that leads to it. */
export const cellLink = (cell: string, key: string, actions: PaneActions): HTMLElement =>
  element('button', { type: 'button', class: 'cell', 'data-key': `cell-${key}`, onclick: () => actions.goTo(cell) }, cell.replaceAll("'", ''));
