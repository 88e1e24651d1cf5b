import { describe, expect, it } from '@jest/globals';
import { type Given, idOf, type Streams, scenario, text } from '../testing/given.js';
import { organizationDecider } from './organization.decider.js';
import type { OrganizationEvent } from './organization.events.js';

const ID = idOf('district');
const INTO = idOf('successor');
const on = '2024-01-01';

const registered = (how: Given['how'] = { on }): Given<OrganizationEvent> => ({
  type: 'OrganizationRegistered',
  data: { name: 'New Haven', kind: 'district' },
  how,
});
const beside: Streams = { [`organization-${INTO}`]: [registered()], [`organization-${ID}`]: [registered()] };
const organization = scenario(organizationDecider, `organization-${ID}`, { beside });
const besideMerged = (...later: readonly Given[]) =>
  scenario(organizationDecider, `organization-${ID}`, { beside: { [`organization-${INTO}`]: [registered(), ...later] } });

describe('an organization', () => {
  it('is registered with its kind and the ids that others gave it', async () => {
    const data = {
      name: 'New Haven',
      kind: 'district',
      externalIds: [{ scheme: 'NCES', value: '0901920' }],
      place: 'CT',
    } as const;
    await organization
      .given()
      .when({ type: 'RegisterOrganization', ...data })
      .then({ type: 'OrganizationRegistered', data });
  });

  it('R15: every field that is wrong is named at once', async () => {
    await organization
      .given()
      .when({
        type: 'RegisterOrganization',
        name: '  ',
        kind: 'club' as 'team',
        externalIds: [{ scheme: '', value: 'x' }],
        place: '',
      })
      .thenInvalid('name', 'kind', 'externalIds[0].scheme', 'place');
  });

  it('R15: a field that is not known and a broken character are refused', async () => {
    await organization
      .given()
      .when({ type: 'RegisterOrganization', name: 'Half \uD800', kind: 'team', motto: 'Learn' } as never)
      .thenInvalid('name', 'motto');
    await organization
      .given(registered())
      .when({ type: 'Rebrand' } as never)
      .thenInvalid('type');
  });

  it('R15: a fact never lies after the day it is recorded on', async () => {
    await organization
      .given(registered())
      .when({ type: 'CloseOrganization' }, { on: '2025-03-03', recordedAt: '2025-03-01T09:00:00.000Z' })
      .thenRefused('R15', 'occurredOn');
    await organization
      .given(registered())
      .when({ type: 'CloseOrganization' }, { on: '2025-02-30' as '2025-02-28' })
      .thenInvalid('occurredOn');
  });

  it('keeps the name it gave up as an alias', async () => {
    const renamed: OrganizationEvent = { type: 'OrganizationRenamed', data: { name: 'Greater New Haven' } };
    await organization.given(registered()).when({ type: 'RenameOrganization', name: 'Greater New Haven' }).then(renamed);
    const { state } = organization.given(registered(), renamed).folded();
    expect([state.name, state.aliases]).toEqual(['Greater New Haven', ['New Haven']]);
  });

  it('R14: a name, an alias or a size that is known already records nothing', async () => {
    const known = organization.given(
      registered(),
      { type: 'AliasAdded', data: { alias: 'NHPS' } },
      { type: 'SizeRecorded', data: { count: 19000, unit: 'pupils', asOf: '2024-10-01' } },
    );
    await known.when({ type: 'RenameOrganization', name: 'New Haven' }).thenNothing();
    await known.when({ type: 'AddAlias', alias: 'NHPS' }).thenNothing();
    await known.when({ type: 'AddAlias', alias: 'New Haven' }).thenNothing();
    await known.when({ type: 'RecordSize', count: 19000, unit: 'pupils', asOf: '2024-10-01' }).thenNothing();
    await known.when({ type: 'AddAlias', alias: 'The district' }).then({ type: 'AliasAdded', data: { alias: 'The district' } });
  });

  it('R15: its size is counted, and not on a day to come', async () => {
    await organization
      .given(registered())
      .when({ type: 'RecordSize', count: -1, unit: '', asOf: '2025-13-01' })
      .thenInvalid('count', 'unit', 'asOf');
    await organization
      .given(registered())
      .when({ type: 'RecordSize', count: 1, unit: 'pupils', asOf: '2025-01-02' })
      .thenRefused('R15', 'asOf');
  });

  it('R16: it is merged into another that is there and still stands', async () => {
    await organization
      .given(registered())
      .when({ type: 'MergeOrganization', into: INTO })
      .then({ type: 'OrganizationMerged', data: { into: INTO } });
    await organization.given(registered()).when({ type: 'MergeOrganization', into: ID }).thenRefused('R16', 'into');
    await organization
      .given(registered())
      .when({ type: 'MergeOrganization', into: idOf('nobody') })
      .thenRefused('R16', 'into');
    await besideMerged({ type: 'OrganizationClosed', data: {} })
      .given(registered())
      .when({ type: 'MergeOrganization', into: INTO })
      .thenRefused('R16', 'into');
  });

  it('R16: merged or closed, it takes nothing more but names it was known by', async () => {
    const merged = organization.given(registered(), { type: 'OrganizationMerged', data: { into: INTO } });
    await merged.when({ type: 'RenameOrganization', name: 'Other' }).thenRefused('R16', 'id');
    await merged.when({ type: 'MergeOrganization', into: INTO }).thenNothing();
    await merged.when({ type: 'AddAlias', alias: 'Old' }).then({ type: 'AliasAdded', data: { alias: 'Old' } });
    const closed = organization.given(registered(), { type: 'OrganizationClosed', data: {} });
    await closed.when({ type: 'RecordSize', count: 1, unit: 'pupils', asOf: '2024-10-01' }).thenRefused('R16', 'id');
    await closed.when({ type: 'CloseOrganization' }).thenNothing();
  });

  it('R16: nothing became of it before it was registered', async () => {
    await organization
      .given(registered())
      .when({ type: 'RenameOrganization', name: 'Early' }, { on: '2023-12-31' })
      .thenRefused('R16', 'occurredOn');
  });

  it('R1: the clock does not speak for it', async () => {
    await organization
      .given(registered())
      .when({ type: 'CloseOrganization' }, { by: { kind: 'clock' } })
      .thenRefused('R1', 'actor');
  });

  it('R1: no party acts on it, for a party and its roles are those of one partnership', async () => {
    await organization
      .given(registered())
      .when({ type: 'CloseOrganization' }, { by: idOf('A') })
      .thenRefused('R1', 'actor.partyId');
    await organization
      .given()
      .when({ type: 'RegisterOrganization', name: 'New Haven', kind: 'district' }, { by: idOf('A') })
      .thenRefused('R1', 'actor.partyId');
    await organization
      .given(registered({ on, id: idOf('registered') }))
      .when({ type: 'CorrectFact', corrects: idOf('registered'), replacement: null, reason: text('typo') }, { by: idOf('A') })
      .thenRefused('R11', 'corrects');
  });

  it('R11: its registration is never struck, and a correction obeys the rules of what it replaces', async () => {
    const given = organization.given(registered({ on, id: idOf('registered') }));
    const correct = { type: 'CorrectFact', corrects: idOf('registered'), reason: text('typo') } as const;
    await given.when({ ...correct, replacement: null }).thenRefused('R11', 'corrects');
    await given
      .when({ ...correct, replacement: { data: { name: '', kind: 'district' }, occurredOn: on } })
      .thenInvalid('replacement.data.name');
    const replacement = { data: { name: 'New Haven Public Schools', kind: 'district' }, occurredOn: on } as const;
    await given
      .when({ ...correct, replacement })
      .then({ type: 'FactCorrected', data: { corrects: idOf('registered'), replacement, reason: text('typo') } });
  });

  it('R1: nobody confirms a record in it, for no party acts there', async () => {
    await organization
      .given(registered({ on, id: idOf('registered') }))
      .when({ type: 'ConfirmRecord', eventId: idOf('registered'), party: idOf('A') })
      .thenRefused('R1', 'actor');
  });
});
