import { absentEntities } from './absentEntities.ts';
import { abstractTypes } from './abstractTypes.ts';
import { aliases } from './aliases.ts';
import { authorizationDirectives } from './authorizationDirectives.ts';
import { batching } from './batching.ts';
import { chainOfKeys } from './chainOfKeys.ts';
import { childTypeMismatch } from './childTypeMismatch.ts';
import { circularReferenceInterface } from './circularReferenceInterface.ts';
import { complexEntityCall } from './complexEntityCall.ts';
import { contextArguments } from './contextArguments.ts';
import { corruptedNodeId } from './corruptedNodeId.ts';
import { costDirectives } from './costDirectives.ts';
import { customScalars } from './customScalars.ts';
import { deepRequires } from './deepRequires.ts';
import { entityByPlace } from './entityByPlace.ts';
import { enumIntersection } from './enumIntersection.ts';
import { executableDirectives } from './executableDirectives.ts';
import { falsyValues } from './falsyValues.ts';
import { fed1ExternalExtends } from './fed1ExternalExtends.ts';
import { fed1ExternalExtension } from './fed1ExternalExtension.ts';
import { fed2ExternalExtends } from './fed2ExternalExtends.ts';
import { fed2ExternalExtension } from './fed2ExternalExtension.ts';
import type { FederationGroup } from './federationGroup.ts';
import { fragmentsAndOperations } from './fragmentsAndOperations.ts';
import { generatedNames } from './generatedNames.ts';
import { inaccessibleImplementations } from './inaccessibleImplementations.ts';
import { includeSkip } from './includeSkip.ts';
import { inputObjectIntersection } from './inputObjectIntersection.ts';
import { interfaceEntities } from './interfaceEntities.ts';
import { interfaceObjectIndirectExtension } from './interfaceObjectIndirectExtension.ts';
import { interfaceObjectWithRequires } from './interfaceObjectWithRequires.ts';
import { interfacesOfInterfaces } from './interfacesOfInterfaces.ts';
import { introspection } from './introspection.ts';
import { keysMashup } from './keysMashup.ts';
import { keysOfOtherEntities } from './keysOfOtherEntities.ts';
import { listsOfLists } from './listsOfLists.ts';
import { mutations } from './mutations.ts';
import { mysteriousExternal } from './mysteriousExternal.ts';
import { nestedProvides } from './nestedProvides.ts';
import { nestedRequires } from './nestedRequires.ts';
import { node } from './node.ts';
import { nonNullBubbling } from './nonNullBubbling.ts';
import { nonResolvableInterfaceObject } from './nonResolvableInterfaceObject.ts';
import { nullKeys } from './nullKeys.ts';
import { oldSupergraphs } from './oldSupergraphs.ts';
import { oneAliasManyFields } from './oneAliasManyFields.ts';
import { overrideTypeInterface } from './overrideTypeInterface.ts';
import { overrideWithRequires } from './overrideWithRequires.ts';
import { parentEntityCall } from './parentEntityCall.ts';
import { parentEntityCallComplex } from './parentEntityCallComplex.ts';
import { partialUnion } from './partialUnion.ts';
import { progressiveOverride } from './progressiveOverride.ts';
import { providesMeetsRequires } from './providesMeetsRequires.ts';
import { providesOnInterface } from './providesOnInterface.ts';
import { providesOnlyRequested } from './providesOnlyRequested.ts';
import { providesOnUnion } from './providesOnUnion.ts';
import { renamedRoots } from './renamedRoots.ts';
import { renamesInDepth } from './renamesInDepth.ts';
import { requiresCircular } from './requiresCircular.ts';
import { requiresInterface } from './requiresInterface.ts';
import { requiresRequires } from './requiresRequires.ts';
import { requiresWithArgument } from './requiresWithArgument.ts';
import { requiresWithArgumentConflict } from './requiresWithArgumentConflict.ts';
import { requiresWithFragments } from './requiresWithFragments.ts';
import { reservedNames } from './reservedNames.ts';
import { rootWithinAnswer } from './rootWithinAnswer.ts';
import { sameEntity } from './sameEntity.ts';
import { scopesWithoutPolicy } from './scopesWithoutPolicy.ts';
import { shareableLists } from './shareableLists.ts';
import { sharedRoot } from './sharedRoot.ts';
import { shortestWay } from './shortestWay.ts';
import { simpleEntityCall } from './simpleEntityCall.ts';
import { simpleInaccessible } from './simpleInaccessible.ts';
import { simpleInterfaceObject } from './simpleInterfaceObject.ts';
import { simpleOverride } from './simpleOverride.ts';
import { simpleRequiresProvides } from './simpleRequiresProvides.ts';
import { subgraphNames } from './subgraphNames.ts';
import { tagsAndContracts } from './tagsAndContracts.ts';
import { textAndNumbers } from './textAndNumbers.ts';
import { typename } from './typename.ts';
import { unavailableOverride } from './unavailableOverride.ts';
import { unionInterfaceDistributed } from './unionInterfaceDistributed.ts';
import { unionIntersection } from './unionIntersection.ts';
import { unusedSubscriptions } from './unusedSubscriptions.ts';
import { valueTypesInTwoSubgraphs } from './valueTypesInTwoSubgraphs.ts';
import { variables } from './variables.ts';

/** All groups of cases. */
export const groups: readonly FederationGroup[] = [
  absentEntities,
  abstractTypes,
  aliases,
  authorizationDirectives,
  batching,
  chainOfKeys,
  childTypeMismatch,
  circularReferenceInterface,
  complexEntityCall,
  contextArguments,
  corruptedNodeId,
  costDirectives,
  customScalars,
  deepRequires,
  entityByPlace,
  enumIntersection,
  executableDirectives,
  falsyValues,
  fed1ExternalExtends,
  fed1ExternalExtension,
  fed2ExternalExtends,
  fed2ExternalExtension,
  fragmentsAndOperations,
  generatedNames,
  inaccessibleImplementations,
  includeSkip,
  inputObjectIntersection,
  interfaceEntities,
  interfaceObjectIndirectExtension,
  interfaceObjectWithRequires,
  interfacesOfInterfaces,
  introspection,
  keysMashup,
  keysOfOtherEntities,
  listsOfLists,
  mutations,
  mysteriousExternal,
  nestedProvides,
  nestedRequires,
  node,
  nonNullBubbling,
  nonResolvableInterfaceObject,
  nullKeys,
  ...oldSupergraphs,
  oneAliasManyFields,
  overrideTypeInterface,
  overrideWithRequires,
  parentEntityCall,
  parentEntityCallComplex,
  partialUnion,
  ...progressiveOverride,
  providesMeetsRequires,
  providesOnInterface,
  providesOnUnion,
  providesOnlyRequested,
  renamedRoots,
  renamesInDepth,
  requiresCircular,
  requiresInterface,
  requiresRequires,
  requiresWithArgument,
  requiresWithArgumentConflict,
  requiresWithFragments,
  reservedNames,
  rootWithinAnswer,
  sameEntity,
  scopesWithoutPolicy,
  shareableLists,
  sharedRoot,
  shortestWay,
  simpleEntityCall,
  simpleInaccessible,
  simpleInterfaceObject,
  simpleOverride,
  simpleRequiresProvides,
  subgraphNames,
  tagsAndContracts,
  textAndNumbers,
  typename,
  unavailableOverride,
  unionInterfaceDistributed,
  unionIntersection,
  unusedSubscriptions,
  valueTypesInTwoSubgraphs,
  variables,
];
