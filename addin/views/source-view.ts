import { message, type MessageCode } from '../../plan/messages/message.js';
import type { CellStory } from '../engine/shown.js';
import type { PaneActions, PaneState } from '../pane-state.js';
import { actionButton } from './action-button.js';
import { cellLink, findingItem } from './check-view.js';
import { element } from './element.js';

/** What is known of the selected cell. */
export function sourceView(state: PaneState, actions: PaneActions): Node[] {
  const { story, selected, language } = state;
  const say = (code: MessageCode, args?: Record<string, string | number>): string => message(language, code, args);
  if (!story) {
    const isElsewhere = selected !== null;
    return [
      element(
        'div',
        { class: 'empty' },
        element('h2', {}, isElsewhere ? say('source.not-ours', { cell: selected.replaceAll("'", '') }) : say('source.pick')),
        element('p', {}, say('source.pick-text')),
      ),
    ];
  }
  return [
    element('h2', { class: 'cell-title' }, story.title),
    element('p', { class: 'cells' }, cellLink(story.cell, 'selected', actions)),
    ...changed(story, state, actions),
    ...where(story, state),
    facts(story, state),
    ...dependents(story, state, actions),
    ...(story.checks.count === 0
      ? []
      : [
          element('h3', {}, say('source.checks', { count: story.checks.count })),
          element('ul', { class: 'findings' }, ...story.checks.first.map((finding, index) => findingItem(finding, index, state, actions))),
        ]),
  ];
}

function changed({ generated }: CellStory, state: PaneState, actions: PaneActions): HTMLElement[] {
  if (!generated) return [];
  return [
    element(
      'div',
      { class: 'changed-cell' },
      element(
        'p',
        {},
        element('b', {}, message(state.language, 'source.changed')),
        ' ',
        message(state.language, 'source.was'),
        ' ',
        element('code', {}, generated.shown),
      ),
      actionButton(message(state.language, 'source.restore'), 'restore', actions.restore, state, { appearance: 'primary' }),
    ),
  ];
}

function where({ source }: CellStory, { language }: PaneState): HTMLElement[] {
  if (!source) return [];
  return [
    element(
      'dl',
      { class: 'where' },
      element('dt', {}, message(language, 'source.at')),
      element('dd', {}, source.locator),
      element('dt', {}, message(language, 'source.document')),
      element('dd', {}, source.document),
    ),
  ];
}

function facts({ facts: rows, formula }: CellStory, { language }: PaneState): HTMLElement {
  return element(
    'section',
    {},
    element('h3', {}, message(language, 'source.row')),
    element('dl', {}, ...rows.flatMap(([label, shown]) => [element('dt', {}, label), element('dd', {}, shown)])),
    ...(formula === null ? [] : [element('h3', {}, message(language, 'source.formula')), element('code', { class: 'formula' }, formula)]),
  );
}

function dependents({ dependents: { first, count } }: CellStory, { language }: PaneState, actions: PaneActions): HTMLElement[] {
  if (count === 0) return [];
  return [
    element('h3', {}, message(language, 'source.dependents', { count })),
    element(
      'ul',
      { class: 'dependents' },
      ...first.map(({ title, cell }, index) => element('li', {}, element('span', {}, title), ' ', cellLink(cell, `dependent-${index}`, actions))),
    ),
  ];
}
