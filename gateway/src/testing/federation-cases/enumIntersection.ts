import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

/** Output enums are the union, input enums the intersection of what the subgraphs know. */
export const enumIntersection: FederationGroup = {
  name: 'an enum of which subgraphs know different values',
  subgraphs: [
    subgraph(
      'signals',
      `type Query { lamp: Lamp  colours: [Colour!]!  ask(mood: Mood!): String }
       type Lamp @key(fields: "id") { id: ID!  colour: Colour }
       enum Colour { RED GREEN }
       enum Mood { CALM WILD }`,
      {
        Query: {
          lamp: () => ({ id: 'l1', colour: 'RED' }),
          colours: () => ['RED', 'GREEN'],
          ask: (_, { mood }) => `signals ${mood}`,
        },
      },
    ),
    subgraph(
      'stage',
      `type Query { beam: Colour  answer(mood: Mood = CALM): String }
       type Lamp @key(fields: "id") { id: ID!  second: Colour  secret: Colour @inaccessible }
       enum Colour { RED GREEN VIOLET @inaccessible  BLUE }
       enum Mood { CALM SAD }`,
      {
        Query: { beam: () => 'BLUE', answer: (_, { mood }) => `stage ${mood}` },
        Lamp: { __resolveReference: ({ id }) => ({ id, second: 'VIOLET', secret: 'VIOLET' }) },
      },
    ),
  ],
  cases: [
    {
      name: 'gives values of either subgraph',
      query: '{ colours beam lamp { colour } }',
      data: { colours: ['RED', 'GREEN'], beam: 'BLUE', lamp: { colour: 'RED' } },
      fetches: { signals: 1, stage: 1 },
    },
    {
      name: 'hides a value that is inaccessible: null without an error, since the subgraph is right',
      query: '{ lamp { colour second } }',
      data: { lamp: { colour: 'RED', second: null } },
    },
    {
      name: 'accepts a value that both know',
      query: 'query ($mood: Mood!) { ask(mood: $mood) answer(mood: $mood) }',
      variables: { mood: 'CALM' },
      data: { ask: 'signals CALM', answer: 'stage CALM' },
    },
    {
      name: 'refuses a value that one alone knows',
      query: '{ ask(mood: WILD) }',
      errors: ['GRAPHQL_VALIDATION_FAILED'],
    },
    {
      name: 'refuses such a value in a variable',
      query: 'query ($mood: Mood!) { answer(mood: $mood) }',
      variables: { mood: 'SAD' },
      errors: ['BAD_USER_INPUT'],
    },
    {
      name: 'uses the default of the subgraph that has one',
      query: '{ answer }',
      data: { answer: 'stage CALM' },
      fetches: { stage: 1 },
    },
    {
      name: 'shows in introspection what all may see',
      query: '{ __type(name: "Colour") { enumValues { name } } }',
      data: { __type: { enumValues: [{ name: 'RED' }, { name: 'GREEN' }, { name: 'BLUE' }] } },
      fetches: {},
    },
  ],
};
