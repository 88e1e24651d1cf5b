import { type DynamicModule, Module, type Type, ValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { MulterModule } from '@nestjs/platform-express';
import { HealthController, Metrics, MetricsController, OpenLedger, ProblemFilter } from '#platform';
import { BodyGuard } from './body.guard.js';
import { wrongInput } from './checks.js';
import { CommitmentClaimsController } from './commitment/claims.controller.js';
import { CommitmentHandler } from './commitment/commitment.command.js';
import { CommitmentReads } from './commitment/commitment.reads.js';
import { CommitmentDatesController } from './commitment/dates.controller.js';
import { CommitmentTermsController } from './commitment/terms.controller.js';
import { CommitmentWorkController } from './commitment/work.controller.js';
import { EvidenceContents } from './evidence/contents.js';
import { EvidenceHandler } from './evidence/evidence.command.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceReads } from './evidence/evidence.reads.js';
import { FilesStorage, UPLOAD_LIMITS } from './evidence/upload.js';
import { FactsController } from './facts/facts.controller.js';
import { FeedController } from './feed/feed.controller.js';
import { AccessGuard } from './identity/access.guard.js';
import { NamedTokens } from './identity/named-tokens.js';
import { ShownToAsker } from './identity/shown-to.js';
import { TokensController } from './identity/tokens.controller.js';
import { TokensReads } from './identity/tokens.reads.js';
import { ImportsController } from './imports/imports.controller.js';
import { Imports } from './imports/imports.js';
import { ImportsReads } from './imports/imports.reads.js';
import { ImportStandings } from './imports/standings.js';
import { IndicatorHandler } from './indicator/indicator.command.js';
import { IndicatorController } from './indicator/indicator.controller.js';
import { IndicatorReads } from './indicator/indicator.reads.js';
import { MeetingHandler } from './meeting/meeting.command.js';
import { MeetingController } from './meeting/meeting.controller.js';
import { MeetingReads } from './meeting/meeting.reads.js';
import { OrganizationHandler } from './organization/organization.command.js';
import { OrganizationController } from './organization/organization.controller.js';
import { OrganizationReads } from './organization/organization.reads.js';
import { PartnershipHandler } from './partnership/partnership.command.js';
import { PartnershipController } from './partnership/partnership.controller.js';
import { PartnershipReads } from './partnership/partnership.reads.js';
import { PartnershipReplay } from './partnership/partnership.replay.js';
import { PeopleController } from './people/people.controller.js';
import { PeopleReads } from './people/people.reads.js';
import { Reading } from './reading.js';
import { Recording } from './recording.js';
import { ScorecardController } from './scorecard/scorecard.controller.js';
import { SearchController } from './search/search.controller.js';
import type { Serves } from './serves.js';
import { TimelineController } from './timeline/timeline.controller.js';

/** One handler per decider: what imports, demonstrations and HTTP record through. */
@Module({
  imports: [CqrsModule.forRoot()],
  providers: [OrganizationHandler, PartnershipHandler, CommitmentHandler, EvidenceHandler, IndicatorHandler, MeetingHandler],
  exports: [CqrsModule],
})
export class CommandsModule {}

/** Every POST. */
const ACTS: readonly Type[] = [
  TokensController,
  OrganizationController,
  PartnershipController,
  CommitmentTermsController,
  CommitmentWorkController,
  CommitmentDatesController,
  CommitmentClaimsController,
  EvidenceController,
  IndicatorController,
  MeetingController,
  FactsController,
  ImportsController,
  PeopleController,
];

/** Every GET. */
const ANSWERS: readonly Type[] = [
  OrganizationReads,
  PartnershipReads,
  PartnershipReplay,
  CommitmentReads,
  EvidenceReads,
  IndicatorReads,
  MeetingReads,
  ScorecardController,
  TimelineController,
  PeopleReads,
  FeedController,
  SearchController,
  ImportsReads,
  TokensReads,
];

/** What answers acts, and only acts: of a process that gives answers alone none of it is there. */
const FOR_ACTS = {
  providers: [Recording, Imports],
  imports: [
    CommandsModule,
    MulterModule.registerAsync({
      inject: [OpenLedger],
      // A multipart file's name and type come as UTF-8 from every browser.
      useFactory: ({ files }: OpenLedger) => ({
        storage: new FilesStorage(files),
        limits: UPLOAD_LIMITS,
        defParamCharset: 'utf8',
      }),
    }),
  ],
};

/**
 * The public HTTP interface, or the part of it that a process serves. Who asks is found out before it (`signIn`); what they
 * may do is decided here.
 */
@Module({})
export class HttpModule {
  static with(tokens: NamedTokens, serves: Serves = 'everything'): DynamicModule {
    const acts = serves === 'everything' || serves === 'acts';
    const answers = serves === 'everything' || serves === 'answers';
    return {
      module: HttpModule,
      imports: acts ? FOR_ACTS.imports : [],
      controllers: [HealthController, MetricsController, ...(acts ? ACTS : []), ...(answers ? ANSWERS : [])],
      providers: [
        ...(acts ? FOR_ACTS.providers : []),
        ...(answers ? [Reading] : []),
        ...(acts || answers ? [EvidenceContents] : []),
        { provide: ImportStandings, inject: [OpenLedger], useFactory: (ledger: OpenLedger) => new ImportStandings(ledger) },
        Metrics,
        { provide: NamedTokens, useValue: tokens },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: BodyGuard },
        { provide: APP_INTERCEPTOR, useClass: ShownToAsker },
        { provide: APP_FILTER, useClass: ProblemFilter },
        {
          provide: APP_PIPE,
          useFactory: () =>
            new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: wrongInput }),
        },
      ],
    };
  }
}
