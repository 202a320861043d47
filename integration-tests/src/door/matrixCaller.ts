import type { Relation, SharedService } from '@tongban/schema';
import { cast } from '@tongban/synthetic';
import { auditor, citizen, type DoorCaller, lawyer, staff } from './callerOf.ts';
import { planted, plantedCases, plantedIds } from './plantedCases.ts';

/** Somebody who stands in this relation to the planted case of the service. */
export function matrixCaller(relation: Relation, service: SharedService): DoorCaller {
  const id = plantedIds[service];
  switch (relation) {
    case 'SELF':
      return citizen(planted.sideA);
    case 'OPPOSING_PARTY':
      return citizen(planted.sideB);
    case 'ASSIGNED_LAWYER':
      return lawyer(planted.lawyerA);
    case 'OPPOSING_LAWYER':
      return lawyer(planted.lawyerB);
    case 'AGENCY':
      return staff(service, plantedCases[service].agency, id);
    case 'CLIENT':
      return staff('PROCURATORATE', planted.client, id, []);
    case 'COURT':
      return staff('COURT', cast.bodies.court.id, id);
    case 'BUREAU':
      return staff('BUREAU', cast.bodies.justiceBureau.id, id);
    case 'AUDITOR':
      return auditor(cast.bodies.justiceBureau.id);
    case 'NONE':
      return citizen(planted.stranger);
  }
}
