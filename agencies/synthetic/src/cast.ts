import { castBodies } from './cast/castBodies.ts';
import { castPersons } from './cast/castPersons.ts';
import { castPractitioners } from './cast/castPractitioners.ts';

/**
 * Everyone who appears in the six scenarios and behind the development personas, by the part they play:
 * `cast.persons.zhang.credential`, `cast.bodies.court.id`, `cast.practitioners.li.practitionerNo`.
 */
export const cast = { persons: castPersons, bodies: castBodies, practitioners: castPractitioners } as const;
