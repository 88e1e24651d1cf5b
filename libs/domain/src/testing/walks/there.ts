import { type CivilDate, type Family, type Id, streamParts } from '#kernel';
import { partnershipShape } from '../../partnership/partnership.js';
import { idOf } from '../given.js';
import type { Picks } from './picks.js';
import type { World } from './world.js';

export const PARTNERSHIP = idOf('the partnership');
export const names = ['Ada', 'Bell', 'Cora', 'Dorn'] as const;
const ids = (what: string, many = 2): readonly Id[] => Array.from({ length: many }, (_, index) => idOf(`${what} ${index}`));

/** The ids that streams of each family are given. */
export const STREAMS: Readonly<Record<Family, readonly Id[]>> = {
  organization: ids('organization', 5),
  partnership: [PARTNERSHIP],
  commitment: ids('commitment', 3),
  evidence: ids('evidence'),
  indicator: ids('indicator'),
  meeting: ids('meeting'),
};

/** A command, and the party whose act it most likely is; none for what a facilitator does. */
export type Wish<Command> = Readonly<{ command: Command; by?: Id | undefined }>;
export type Wishes<Command> = readonly ((world: World, picks: Picks) => Wish<Command>)[];

export const partnership = (world: World) => world.state(partnershipShape, PARTNERSHIP);
export const parties = (world: World): readonly Id[] => [...partnership(world).parties.keys()];
export const roles = (world: World): readonly Id[] => [...partnership(world).roles.keys()];
export const goals = (world: World): readonly Id[] => [...partnership(world).goals.keys()];
export const bodies = (world: World): readonly Id[] => [...partnership(world).bodies.keys()];
export const evidence = (world: World, picks: Picks) => ({
  evidenceId: picks.id(world.names('evidence').map((name) => streamParts(name).id)),
  revision: picks.onceIn(6) ? 2 : 1,
});
export const date = (world: World, picks: Picks): CivilDate => world.today(picks.number(90) - 4);
export const decimal = (picks: Picks) => `${picks.number(90)}.${picks.number(10)}`;
