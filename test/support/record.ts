import { type Act, deciders } from '#domain';
import { Decisions, type DecisionsOptions, type Ledger } from '#event-store';
import type { CommandMeta, Receipt } from '#kernel';

/**
 * Records any act in a ledger, through the decider of its family.
 * @param options as for `Decisions`; `now` sets the clock of the recorder
 */
export function recorder(
  ledger: Pick<Ledger, 'store' | 'texts'>,
  options: DecisionsOptions = {},
): (act: Act, meta: CommandMeta) => Promise<Receipt> {
  const decisions = new Decisions(ledger.store, ledger.texts, options);
  return (act, meta) => {
    switch (act.family) {
      case 'organization':
        return decisions.run(deciders.organization, act.id, act.command, meta);
      case 'partnership':
        return decisions.run(deciders.partnership, act.id, act.command, meta);
      case 'commitment':
        return decisions.run(deciders.commitment, act.id, act.command, meta);
      case 'evidence':
        return decisions.run(deciders.evidence, act.id, act.command, meta);
      case 'indicator':
        return decisions.run(deciders.indicator, act.id, act.command, meta);
      case 'meeting':
        return decisions.run(deciders.meeting, act.id, act.command, meta);
    }
  };
}
