import { SetMetadata } from '@nestjs/common';

/** The mark of a route that may be asked without signing in. */
export const OPEN_ROUTE = 'throughline:open-route';

/** Lets a route be asked without signing in: for probes, which learn nothing of what is recorded. */
export const OpenRoute = () => SetMetadata(OPEN_ROUTE, true);
