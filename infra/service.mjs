// Builds where a source is newer than the last build, and runs one of the services: node infra/service.mjs ledger
import { build } from './build.mjs';

const SERVICES = ['ledger', 'queries', 'projector', 'relay'];
const [service] = process.argv.slice(2);

if (!SERVICES.includes(service)) {
  process.stderr.write(`wanted one of ${SERVICES.join(', ')}: npm run -s service -- ledger\n`);
  process.exit(2);
}
try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
// Words behind the service's name are its own to hear.
process.argv.splice(2, 1);
await import(`../dist/apps/${service}/src/main.js`);
