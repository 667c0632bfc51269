import type { Engine } from '../../lib/engine.js';
import type { Month } from '../../lib/month.js';
import type { Watch } from '../../lib/progress.js';
import type { MetricSettings } from '../../shop/config.js';
import type { RosterRows, Shop } from '../../shop/shop.js';
import type { Problems } from '../../words/problem.js';
import type { KnownWords } from '../facts/month-context.js';

/** What to read. */
export interface MonthRequest {
  readonly shop: Shop;
  readonly roster: RosterRows;
  /** Whether something is wrong with shop or roster: what chats and orders come to is not known then. */
  readonly isDoubtful?: boolean;
  readonly month: Month;
  readonly settings: MetricSettings;
  /** A private engine, without tables yet. */
  readonly engine: Engine;
  /** The events that rulebooks in force know; undefined: events are not held against any. */
  readonly knownEvents: KnownWords | undefined;
  /** The rating items that rulebooks in force know; undefined: items are not held against any. */
  readonly knownRatings: KnownWords | undefined;
  /** The targets that rulebooks in force ask for; undefined: columns that are no target are not told. */
  readonly knownTargets?: ReadonlySet<string> | undefined;
  /** Whether some definition asks of which items orders are; left out: none does. */
  readonly withItems?: boolean;
  /** Whether a rulebook that could not be read may know an event or an item. */
  readonly mayBeKnown?: ((word: string) => boolean) | undefined;
  readonly problems: Problems;
  readonly watch?: Watch | undefined;
  /** Megabytes that reading and counting may take. */
  readonly memory?: number | undefined;
  /** A folder for the files of archives, and for what memory does not hold: read as long as there are facts. */
  readonly unpackInto?: (() => Promise<string>) | undefined;
}
