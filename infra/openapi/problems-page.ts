import { PROBLEMS } from './problems.js';

/** The codes that are answered with a status. */
export function codesOf(status: number): readonly string[] {
  return PROBLEMS.filter((problem) => problem.status === status).map(({ code }) => code);
}

/** The list as a page of the reference. */
export function problemsPage(): string {
  return [
    '# Problems',
    '',
    'Every `code` that an answer, the command line or the log may bear, with what it means, why it comes and what to do',
    '(written by `npm run docs`, checked against the code by the tests). A code is stable; the words beside it are not. Over',
    'HTTP a problem is `application/problem+json` (RFC 9457): `title`, `status`, `code`, `detail` and `errors`, each with',
    '`field`, `rule` and `message`. Without a status it is met on the command line or while starting alone.',
    '',
    '| code | status | means | because | what to do |',
    '| --- | --- | --- | --- | --- |',
    ...PROBLEMS.map(
      ({ code, status, means, because, todo }) => `| \`${code}\` | ${status ?? ''} | ${means} | ${because} | ${todo} |`,
    ),
    '',
  ].join('\n');
}
