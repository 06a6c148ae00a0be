import { message, type MessageCode } from '../../plan/messages/message.js';
import type { Compared, ComparedGroup, ComparedRow, Some } from '../engine/shown.js';
import { MORE_COMPARED, type PaneActions, type PaneState } from '../pane-state.js';
import { actionButton } from './action-button.js';
import { bar } from './bar.js';
import { element } from './element.js';

/** The plans, the indicator to choose, its ranks, and what is not ranked and why. */
export function compareView(state: PaneState, actions: PaneActions): Node[] {
  const { compared, plans } = state;
  const taking = plans.filter(({ plan }) => !state.without.has(plan.id)).length;
  return [
    addFiles(state, actions),
    ...(plans.length > 0 ? [planList(state, actions)] : []),
    ...(compared && taking > 1 ? chosenIndicator(compared, state, actions) : [tellFew(plans.length > 1 ? 'cmp.tick' : 'cmp.few', state)]),
  ];
}

const tellFew = (code: 'cmp.tick' | 'cmp.few', { language }: PaneState): HTMLElement =>
  element('div', { class: 'empty' }, element('h2', {}, message(language, code)), element('p', {}, message(language, `${code}-text`)));

function addFiles(state: PaneState, actions: PaneActions): HTMLElement {
  const input = element('input', {
    type: 'file',
    accept: '.xlsx',
    multiple: true,
    hidden: true,
    'aria-label': message(state.language, 'cmp.add'),
    onchange: (event) => {
      const chosen = event.target as HTMLInputElement;
      actions.addFiles([...(chosen.files ?? [])]);
      chosen.value = '';
    },
  });
  const choose = actionButton(message(state.language, 'cmp.add'), 'add', () => input.click(), state, {
    appearance: 'primary',
    title: message(state.language, 'cmp.add-tip'),
  });
  return element('div', { class: 'add' }, input, choose);
}

/** As many as are drawn at once; the others are found by searching. */
const MOST_PLANS = 50;
/** From so many plans on they can be searched. */
const MANY_PLANS = 8;

function planList({ plans, without, language, placeSearch }: PaneState, actions: PaneActions): HTMLElement {
  const say = (code: MessageCode, args?: Record<string, string | number>): string => message(language, code, args);
  const word = placeSearch.trim().toLowerCase();
  const found = plans.filter(({ plan, file }) => word === '' || `${plan.place} ${plan.title} ${file ?? ''}`.toLowerCase().includes(word));
  const items = found.slice(0, MOST_PLANS).map(({ plan, file }) => {
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
  const every = (code: MessageCode, taking: boolean): HTMLElement =>
    element('button', { type: 'button', class: 'plain', 'data-key': code, onclick: () => actions.includeAll(taking) }, say(code));
  return element(
    'section',
    {},
    element(
      'div',
      { class: 'plans-head' },
      element('h2', { class: 'small' }, say('cmp.plans-count', { taking: plans.filter(({ plan }) => !without.has(plan.id)).length, all: plans.length })),
      ...(plans.length > 2 ? [every('cmp.all', true), every('cmp.nobody', false)] : []),
    ),
    plans.length > MANY_PLANS
      ? element('input', {
          type: 'search',
          class: 'search',
          value: placeSearch,
          placeholder: say('cmp.search'),
          'aria-label': say('cmp.search'),
          'data-key': 'search-places',
          oninput: (event) => actions.searchPlaces((event.target as HTMLInputElement).value),
        })
      : null,
    element('ul', { class: 'plans' }, ...items),
    found.length > MOST_PLANS ? element('p', { class: 'counts' }, say('cmp.more-plans', { count: found.length - MOST_PLANS })) : null,
  );
}

function chosenIndicator(compared: Compared, state: PaneState, actions: PaneActions): Node[] {
  const { language } = state;
  const { groups, rest } = compared;
  return [
    element('div', { class: 'choose' }, element('label', { for: 'indicator' }, message(language, 'cmp.indicator')), indicatorList(compared, state, actions)),
    ...(groups.length === 0
      ? [element('p', { class: 'counts' }, message(language, 'cmp.none'))]
      : groups.flatMap((group) => [groupTable(group, state), ...more(group.key, group.rows, state, actions)])),
    ...(groups.length === 0
      ? []
      : [actionButton(message(language, 'cmp.write'), 'write', actions.writeComparison, state, { title: message(language, 'cmp.write-tip') })]),
    ...(rest.count === 0 ? [] : [restList(compared, state, actions)]),
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

/** What makes a list longer, where there is more of it than is shown. */
function more(key: string, { first, count }: Some<unknown>, { language }: PaneState, actions: PaneActions): HTMLElement[] {
  if (first.length >= count) return [];
  const text = message(language, 'cmp.more-rows', { count: Math.min(MORE_COMPARED, count - first.length) });
  return [element('fluent-button', { size: 'small', 'data-key': `more-${key}`, onclick: actions.moreCompared }, text)];
}

function groupTable({ title, unit, note, isPace, rows, references }: ComparedGroup, { language }: PaneState): HTMLElement {
  const say = (code: MessageCode): string => message(language, code);
  const values = [...rows.first, ...references].map(({ value }) => value);
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
    element('tbody', {}, ...rows.first.map(line), ...references.map(line)),
  );
}

const signed = (value: number | null): string => (value === null ? '—' : `${value > 0 ? '+' : ''}${String(Number(value.toPrecision(4)))}`);

function restList({ rest }: Compared, state: PaneState, actions: PaneActions): HTMLElement {
  const { language, open } = state;
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
        message(language, 'cmp.rest-count', { count: rest.count }),
        element('span', { 'aria-hidden': 'true', class: 'chevron' }),
      ),
    ),
    isOpen
      ? element(
          'ul',
          {},
          ...rest.first.map(({ place, what, shown, verdict, why }) =>
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
    ...(isOpen ? more('rest', rest, state, actions) : []),
  );
}
