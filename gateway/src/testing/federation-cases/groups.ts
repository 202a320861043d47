import { abstractTypes } from './abstractTypes.ts';
import { childTypeMismatch } from './childTypeMismatch.ts';
import { circularReferenceInterface } from './circularReferenceInterface.ts';
import { complexEntityCall } from './complexEntityCall.ts';
import { corruptedNodeId } from './corruptedNodeId.ts';
import { enumIntersection } from './enumIntersection.ts';
import { executableDirectives } from './executableDirectives.ts';
import { fed1ExternalExtends } from './fed1ExternalExtends.ts';
import { fed1ExternalExtension } from './fed1ExternalExtension.ts';
import { fed2ExternalExtends } from './fed2ExternalExtends.ts';
import { fed2ExternalExtension } from './fed2ExternalExtension.ts';
import type { FederationGroup } from './federationGroup.ts';
import { includeSkip } from './includeSkip.ts';
import { inputObjectIntersection } from './inputObjectIntersection.ts';
import { interfaceObjectIndirectExtension } from './interfaceObjectIndirectExtension.ts';
import { interfaceObjectWithRequires } from './interfaceObjectWithRequires.ts';
import { keysMashup } from './keysMashup.ts';
import { mutations } from './mutations.ts';
import { mysteriousExternal } from './mysteriousExternal.ts';
import { nestedProvides } from './nestedProvides.ts';
import { nestedRequires } from './nestedRequires.ts';
import { node } from './node.ts';
import { nonResolvableInterfaceObject } from './nonResolvableInterfaceObject.ts';
import { nullKeys } from './nullKeys.ts';
import { overrideTypeInterface } from './overrideTypeInterface.ts';
import { overrideWithRequires } from './overrideWithRequires.ts';
import { parentEntityCall } from './parentEntityCall.ts';
import { parentEntityCallComplex } from './parentEntityCallComplex.ts';
import { partialUnion } from './partialUnion.ts';
import { providesOnInterface } from './providesOnInterface.ts';
import { providesOnlyRequested } from './providesOnlyRequested.ts';
import { providesOnUnion } from './providesOnUnion.ts';
import { requiresCircular } from './requiresCircular.ts';
import { requiresInterface } from './requiresInterface.ts';
import { requiresRequires } from './requiresRequires.ts';
import { requiresWithArgument } from './requiresWithArgument.ts';
import { requiresWithArgumentConflict } from './requiresWithArgumentConflict.ts';
import { requiresWithFragments } from './requiresWithFragments.ts';
import { sharedRoot } from './sharedRoot.ts';
import { simpleEntityCall } from './simpleEntityCall.ts';
import { simpleInaccessible } from './simpleInaccessible.ts';
import { simpleInterfaceObject } from './simpleInterfaceObject.ts';
import { simpleOverride } from './simpleOverride.ts';
import { simpleRequiresProvides } from './simpleRequiresProvides.ts';
import { typename } from './typename.ts';
import { unavailableOverride } from './unavailableOverride.ts';
import { unionInterfaceDistributed } from './unionInterfaceDistributed.ts';
import { unionIntersection } from './unionIntersection.ts';

/** All groups of cases. */
export const groups: readonly FederationGroup[] = [
  abstractTypes,
  childTypeMismatch,
  circularReferenceInterface,
  complexEntityCall,
  corruptedNodeId,
  enumIntersection,
  executableDirectives,
  fed1ExternalExtends,
  fed1ExternalExtension,
  fed2ExternalExtends,
  fed2ExternalExtension,
  includeSkip,
  inputObjectIntersection,
  interfaceObjectIndirectExtension,
  interfaceObjectWithRequires,
  keysMashup,
  mutations,
  mysteriousExternal,
  nestedProvides,
  nestedRequires,
  node,
  nonResolvableInterfaceObject,
  nullKeys,
  overrideTypeInterface,
  overrideWithRequires,
  parentEntityCall,
  parentEntityCallComplex,
  partialUnion,
  providesOnInterface,
  providesOnUnion,
  providesOnlyRequested,
  requiresCircular,
  requiresInterface,
  requiresRequires,
  requiresWithArgument,
  requiresWithArgumentConflict,
  requiresWithFragments,
  sharedRoot,
  simpleEntityCall,
  simpleInaccessible,
  simpleInterfaceObject,
  simpleOverride,
  simpleRequiresProvides,
  typename,
  unavailableOverride,
  unionInterfaceDistributed,
  unionIntersection,
];
