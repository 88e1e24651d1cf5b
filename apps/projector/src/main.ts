import 'reflect-metadata';
import { runService } from '#http';
import { Readiness } from '#platform';

process.exitCode = await runService('projector', { serves: 'probes', readModels: 'shared', readiness: Readiness.ofReadModels });
