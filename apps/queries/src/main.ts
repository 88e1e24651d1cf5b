import 'reflect-metadata';
import { runService } from '#http';
import { Readiness } from '#platform';

process.exitCode = await runService('queries', { serves: 'answers', readModels: 'watched', readiness: Readiness.ofAnswers });
