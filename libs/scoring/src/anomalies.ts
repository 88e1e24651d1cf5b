import type { Anomaly, CivilDate } from '#kernel';
import type { Known } from './ledger.js';

/** Facts that did not apply, and breaches of rules that look beyond one stream (rule 16), sorted by event. */
export function anomaliesIn(known: Known, _e: CivilDate): Anomaly[] {
  return [...known.anomalies].sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
}
