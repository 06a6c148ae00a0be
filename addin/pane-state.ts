import type { Abilities } from './excel/abilities.js';
import type { AddedPlan, BookKind, CellStory, Compared } from './engine/shown.js';
import type { CheckFilter, CheckModel } from './models/check-model.js';
import type { Language, MessageCode } from '../plan/messages/message.js';

export type TabName = 'check' | 'source' | 'compare';

/** Rows of each list of a comparison: at first, and more with each "more". */
export const FIRST_COMPARED = 50;
export const MORE_COMPARED = 200;

/** Long work under way. */
interface Busy {
  what: MessageCode;
  /** 0 to 1; null where it cannot be told. */
  share: number | null;
  cancel: (() => void) | null;
}

/** What has just happened, told once. */
interface Notice {
  kind: 'success' | 'error';
  text: string;
}

/** Everything the pane shows. */
export interface PaneState {
  language: Language;
  abilities: Abilities;
  tab: TabName;
  busy: Busy | null;
  notice: Notice | null;
  book: BookKind | null;
  /** What the filter lets through of the findings; null where no plan has been checked. */
  list: CheckModel | null;
  filter: CheckFilter;
  /** Findings whose details are open. */
  open: ReadonlySet<string>;
  /** Edited since it was last checked, and not yet checked again. */
  stale: boolean;
  selected: string | null;
  story: CellStory | null;
  /** Plans that can be compared: the open one and those added. */
  plans: AddedPlan[];
  /** Ids of plans that are left out for the moment. */
  without: ReadonlySet<string>;
  indicator: string | null;
  /** Which plans are listed: those whose place or file has this in its name. */
  placeSearch: string;
  /** Rows of each of the comparison's lists. */
  mostCompared: number;
  compared: Compared | null;
}

/** What the reader can do. */
export interface PaneActions {
  choose: (tab: TabName) => void;
  check: () => void;
  filter: (filter: CheckFilter) => void;
  open: (finding: string) => void;
  goTo: (cell: string) => void;
  mark: () => void;
  unmark: () => void;
  writeReport: () => void;
  restore: () => void;
  addFiles: (files: File[]) => void;
  /** Takes a plan into the comparison or leaves it out. */
  include: (plan: string) => void;
  includeAll: (taking: boolean) => void;
  searchPlaces: (text: string) => void;
  moreCompared: () => void;
  removePlan: (plan: string) => void;
  chooseIndicator: (indicator: string) => void;
  writeComparison: () => void;
  closeNotice: () => void;
}
