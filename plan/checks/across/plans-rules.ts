import { farFromPeers } from './far-from-peers.js';
import { lookAlikesApart } from './look-alikes-apart.js';
import type { PlansRule } from './plans-rule.js';
import { targetsComparable } from './targets-comparable.js';
import { countyWithinCity, membersAgainstCluster } from './within-larger.js';

/** All rules over several plans, in the order of a report. */
export const PLANS_RULES: readonly PlansRule[] = [membersAgainstCluster, countyWithinCity, farFromPeers, targetsComparable, lookAlikesApart];
