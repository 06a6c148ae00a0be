import type { Language } from '../plan/messages/message.js';
import { Checking } from './control/checking.js';
import { Comparing } from './control/comparing.js';
import { Desk } from './control/desk.js';
import { TellingSource } from './control/telling-source.js';
import type { EngineRoom } from './engine/engine-client.js';
import { abilities } from './excel/abilities.js';
import { goTo } from './excel/go-to.js';
import { watchEdits, watchSelection } from './excel/watch.js';
import { FIRST_FILTER } from './models/check-model.js';
import { FIRST_COMPARED, type PaneActions, type PaneState } from './pane-state.js';
import { PaneView } from './views/pane-view.js';

/** The pane: its state and view, and which work each of the reader's actions sets off. */
export class Pane {
  private readonly desk: Desk;
  private readonly comparing: Comparing;
  private readonly source: TellingSource;
  private readonly checking: Checking;

  constructor(root: HTMLElement, language: Language, room: EngineRoom) {
    const state = firstState(language);
    const view = new PaneView(root, state, this.actions);
    this.desk = new Desk(state, room, (now) => view.draw(now));
    this.comparing = new Comparing(this.desk);
    this.source = new TellingSource(this.desk);
    this.checking = new Checking(this.desk, {
      read: async () => {
        await this.source.story();
        await this.comparing.compare();
      },
      emptied: () => void this.comparing.takeKept(null),
    });
    view.draw(state);
  }

  /** Follows edits and the selection, and checks for the first time: an edit while it reads is not missed. */
  async start(): Promise<void> {
    await this.desk.doing(null, async () => {
      await watchEdits(() => this.checking.edited());
      await watchSelection(() => void this.source.explain());
    });
    await this.checking.check();
    await this.comparing.takeKept('pane.taking-kept');
  }

  private readonly actions: PaneActions = {
    choose: (tab) => {
      this.desk.update({ tab });
      void this.source.explain();
    },
    check: () => void this.checking.check(),
    filter: (filter) => void this.checking.list(filter),
    open: (finding) => {
      const open = new Set(this.desk.state.open);
      if (!open.delete(finding)) open.add(finding);
      this.desk.update({ open });
    },
    goTo: (cell) => void this.desk.doing(null, () => goTo(cell)),
    mark: () => void this.checking.mark(),
    unmark: () => void this.checking.unmark(),
    writeReport: () => void this.checking.writeReport(),
    restore: () => void this.restore(),
    addFiles: (files) => void this.comparing.addFiles(files),
    include: (plan) => this.comparing.include(plan),
    includeAll: (taking) => this.comparing.includeAll(taking),
    searchPlaces: (placeSearch) => this.desk.update({ placeSearch }),
    moreCompared: () => this.comparing.more(),
    removePlan: (plan) => void this.comparing.remove(plan),
    chooseIndicator: (indicator) => this.comparing.choose({ indicator }),
    writeComparison: () => void this.comparing.write(),
    closeNotice: () => this.desk.update({ notice: null }),
  };

  private async restore(): Promise<void> {
    if (await this.source.restore()) await this.checking.check(true);
  }
}

const firstState = (language: Language): PaneState => ({
  language,
  abilities: abilities(),
  tab: 'check',
  busy: null,
  notice: null,
  book: null,
  list: null,
  filter: FIRST_FILTER,
  open: new Set(),
  stale: false,
  selected: null,
  story: null,
  plans: [],
  without: new Set(),
  indicator: null,
  placeSearch: '',
  mostCompared: FIRST_COMPARED,
  compared: null,
});
