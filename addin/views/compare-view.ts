import { message, type MessageCode } from '../../plan/messages/message.js';
import type { Compared, ComparedGroup, ComparedRow } from '../engine/shown.js';
import type { PaneActions, PaneState } from '../pane-state.js';
import { bar } from './bar.js';
import { element } from './element.js';

/** The plans, the indicator to choose, its ranks, and what is not ranked and why. */
export function compareView(state: PaneState, actions: PaneActions): Node[] {
  const { compared, plans, language } = state;
  const say = (code: MessageCode, args?: Record<string, string | number>): string => message(language, code, args);
  const taking = plans.filter(({ plan }) => !state.without.has(plan.id)).length;
  return [
    addFiles(state, actions),
    ...(plans.length > 0 ? [planList(state, actions)] : []),
    ...(compared && taking > 1
      ? chosenIndicator(compared, state, actions)
      : [element('div', { class: 'empty' }, element('h2', {}, say('cmp.few')), element('p', {}, say('cmp.few-text')))]),
  ];
}

function addFiles({ language, busy }: PaneState, actions: PaneActions): HTMLElement {
  const input = element('input', {
    type: 'file',
    accept: '.xlsx',
    multiple: true,
    hidden: true,
    'aria-label': message(language, 'cmp.add'),
    onchange: (event) => {
      const chosen = event.target as HTMLInputElement;
      actions.addFiles([...(chosen.files ?? [])]);
      chosen.value = '';
    },
  });
  const choose = element(
    'fluent-button',
    {
      appearance: 'primary',
      size: 'small',
      'data-key': 'add',
      title: message(language, 'cmp.add-tip'),
      'disabled-focusable': busy !== null,
      onclick: () => input.click(),
    },
    message(language, 'cmp.add'),
  );
  return element('div', { class: 'add' }, input, choose);
}

function planList({ plans, without, language }: PaneState, actions: PaneActions): HTMLElement {
  const items = plans.map(({ plan, file }) => {
    const taking = element('input', {
      type: 'checkbox',
      id: `takes-${plan.id}`,
      checked: !without.has(plan.id),
      'data-key': `takes-${plan.id}`,
      onchange: () => actions.include(plan.id),
    });
    return element(
      'li',
      {},
      taking,
      element('label', { for: `takes-${plan.id}` }, element('b', {}, plan.place), element('span', { class: 'file' }, file ?? message(language, 'cmp.this'))),
      file === null
        ? null
        : element(
            'button',
            {
              type: 'button',
              class: 'plain',
              'aria-label': `${message(language, 'cmp.remove')} ${plan.place}`,
              title: message(language, 'cmp.remove'),
              'data-key': `remove-${plan.id}`,
              onclick: () => actions.removePlan(plan.id),
            },
            '×',
          ),
    );
  });
  return element('section', {}, element('h2', { class: 'small' }, message(language, 'cmp.plans')), element('ul', { class: 'plans' }, ...items));
}

function chosenIndicator(compared: Compared, state: PaneState, actions: PaneActions): Node[] {
  const { language, busy } = state;
  const { groups, rest } = compared;
  return [
    element('div', { class: 'choose' }, element('label', { for: 'indicator' }, message(language, 'cmp.indicator')), indicatorList(compared, state, actions)),
    ...(groups.length === 0 ? [element('p', { class: 'counts' }, message(language, 'cmp.none'))] : groups.map((group) => groupTable(group, state))),
    ...(groups.length === 0
      ? []
      : [
          element(
            'fluent-button',
            {
              size: 'small',
              'data-key': 'write',
              title: message(language, 'cmp.write-tip'),
              'disabled-focusable': busy !== null,
              onclick: actions.writeComparison,
            },
            message(language, 'cmp.write'),
          ),
        ]),
    ...(rest.length === 0 ? [] : [restList(compared, state, actions)]),
  ];
}

function indicatorList({ indicators, chosen }: Compared, { language }: PaneState, actions: PaneActions): HTMLElement {
  const options = (some: Compared['indicators']): HTMLElement[] =>
    some.map(({ id, name, places }) =>
      element('option', { value: id, selected: id === chosen }, places > 1 ? message(language, 'cmp.option', { name, places }) : name),
    );
  const comparable = indicators.filter(({ places }) => places > 1);
  const others = indicators.filter(({ places }) => places <= 1);
  return element(
    'select',
    { id: 'indicator', 'data-key': 'indicator', onchange: (event) => actions.chooseIndicator((event.target as HTMLSelectElement).value) },
    ...(comparable.length > 0 ? [element('optgroup', { label: message(language, 'cmp.comparable') }, ...options(comparable))] : []),
    ...(others.length > 0 ? [element('optgroup', { label: message(language, 'cmp.others') }, ...options(others))] : []),
  );
}

function groupTable({ title, unit, note, isPace, rows, references }: ComparedGroup, { language }: PaneState): HTMLElement {
  const say = (code: MessageCode): string => message(language, code);
  const values = [...rows, ...references].map(({ value }) => value);
  const heads = ['cmp.rank', 'cmp.place', ...(isPace ? (['cmp.required', 'cmp.before', 'cmp.ambition'] as const) : (['cmp.value'] as const))] as const;
  const number = (value: number | null): string => (value === null ? '—' : String(Number(value.toPrecision(4))));
  const line = (row: ComparedRow): HTMLElement =>
    element(
      'tr',
      {},
      element('td', { class: 'rank' }, row.rank === null ? say('cmp.reference') : String(row.rank), row.tied ? element('small', {}, say('cmp.tied')) : null),
      element('th', { scope: 'row' }, row.place, bar(row.value, values)),
      ...(isPace
        ? [element('td', {}, number(row.value)), element('td', {}, number(row.history)), element('td', {}, signed(row.ambition))]
        : [element('td', {}, row.shown, element('small', {}, row.printed))]),
    );
  return element(
    'table',
    { class: 'ranks' },
    element('caption', {}, element('b', {}, title), ` ${unit}`, note === null ? null : element('small', {}, note)),
    element('thead', {}, element('tr', {}, ...heads.map((code) => element('th', { scope: 'col' }, say(code))))),
    element('tbody', {}, ...rows.map(line), ...references.map(line)),
  );
}

const signed = (value: number | null): string => (value === null ? '—' : `${value > 0 ? '+' : ''}${String(Number(value.toPrecision(4)))}`);

function restList({ rest }: Compared, { language, open }: PaneState, actions: PaneActions): HTMLElement {
  const isOpen = open.has('rest');
  return element(
    'section',
    { class: 'changes' },
    element(
      'h2',
      {},
      element(
        'button',
        { type: 'button', class: 'section', 'aria-expanded': String(isOpen), 'data-key': 'open-rest', onclick: () => actions.open('rest') },
        message(language, 'cmp.rest-count', { count: rest.length }),
        element('span', { 'aria-hidden': 'true', class: 'chevron' }),
      ),
    ),
    isOpen
      ? element(
          'ul',
          {},
          ...rest.map(({ place, what, shown, verdict, why }) =>
            element(
              'li',
              {},
              element('b', {}, place),
              ` ${what} `,
              element('span', {}, shown),
              element('span', { class: 'message' }, element('i', {}, verdict), why === '' ? '' : ` ${why}`),
            ),
          ),
        )
      : null,
  );
}
