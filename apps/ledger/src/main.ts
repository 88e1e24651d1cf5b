import 'reflect-metadata';
import { runService } from '#http';
import { Readiness } from '#platform';

process.exitCode = await runService('ledger', { serves: 'acts', readModels: 'watched', readiness: Readiness.ofStore });
