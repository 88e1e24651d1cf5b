import { evidenceAndClaims, wordsOnRecords } from './every-route/evidence.js';
import { indicatorsAndMeetings } from './every-route/indicators-and-meetings.js';
import { aPartnership, organizationsAndPeople, whatComesToAnEnd } from './every-route/partnership.js';
import { aPromise, sharesAndEndings, theCourseOfAPromise } from './every-route/promise.js';
import { readings, service } from './every-route/readings-and-service.js';
import type { Walk } from './walk.js';

/** Asks every route for something that it does, in an order in which each can do it. */
export async function alongEveryRoute(walk: Walk): Promise<void> {
  await organizationsAndPeople(walk);
  const { id, district, union, college, goalId } = await aPartnership(walk);
  const commitmentId = await aPromise(walk, id, district, union, goalId);
  await theCourseOfAPromise(walk, commitmentId, district, union);
  await sharesAndEndings(walk, id, district, union, college);
  await evidenceAndClaims(walk, id, commitmentId, district, union);
  await indicatorsAndMeetings(walk, id, goalId, district);
  await wordsOnRecords(walk, id, commitmentId, district, union);
  await whatComesToAnEnd(walk, id, college);
  await readings(walk, id, commitmentId, district);
  await service(walk);
}
