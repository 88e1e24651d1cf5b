import { READABLE, type Service, type Setting, wantsOf } from './settings.js';

/** What a service answers to words behind its name: it takes none, and nothing that is typed may go unheard. */
export type ToWords = Readonly<{ usage: string }> | Readonly<{ refusals: readonly string[] }>;

/**
 * Hears the words of a service's command line.
 * @param words what was typed after the program's name
 * @returns its usage where that is asked for; a refusal of each option, with the key that says the same (R15); undefined
 *   where nothing was typed. What stands behind an option may be secret, and is not said
 */
export function heardByService(words: readonly string[], service: Service): ToWords | undefined {
  if (words.length === 0) return undefined;
  if (words.some((word) => word === '--help' || word === '-h')) return { usage: usageOf(service) };
  const options = words.flatMap((word) => /^--?[a-z][a-z-]*/.exec(word) ?? []);
  if (options.length === 0) return { refusals: [`wanted no words: ${FROM_ENVIRONMENT}; --help lists them`] };
  return { refusals: options.map((option) => `${option}: ${FROM_ENVIRONMENT}${keyOf(option, service)}`) };
}

const FROM_ENVIRONMENT = 'a service takes its settings from the environment';

function keyOf(option: string, service: Service): string {
  const setting = settingsOf(service).find((each) => each.option === option);
  return setting === undefined ? '; --help lists them' : `, this one from ${setting.key}`;
}

/** Each setting on a line, with what it wants and what holds where nothing is said. */
function usageOf(service: Service): string {
  const settings = settingsOf(service);
  const width = Math.max(...settings.map(({ key }) => key.length));
  return [
    `Usage: ${service}`,
    '',
    'Takes no words; its settings come from the environment. THROUGHLINE_… may also be given as <KEY>_FILE, the path of a file.',
    '',
    ...settings.map((setting) => `  ${setting.key.padEnd(width)}  ${wantsOf(setting, service)}${defaultIn(setting, service)}`),
    '',
    'What each means: docs/reference/configuration.md',
    '',
  ].join('\n');
}

function settingsOf(service: Service): readonly Setting[] {
  return Object.values<Setting>(READABLE).filter(({ services }) => services.includes(service));
}

function defaultIn({ default: otherwise }: Setting, service: Service): string {
  const said = typeof otherwise === 'object' ? otherwise[service] : otherwise;
  return said === undefined ? '' : ` (default: ${said})`;
}
