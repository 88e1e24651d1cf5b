import 'reflect-metadata';
import { runService } from '#http';
import { Readiness, relaying } from '#platform';

process.exitCode = await runService('relay', {
  serves: 'probes',
  readModels: 'watched',
  readiness: Readiness.ofStore,
  work: relaying,
});
