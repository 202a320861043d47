import { entityOperation } from '../../planning/entityOperation.ts';
import type { EntityFetchNode } from '../../planning/queryPlan.ts';
import type { SubgraphClient } from '../../transport/subgraphClient.ts';
import {
  compileQuestion,
  type QuestionAnswer,
  type QuestionInstance,
  type QuestionOptions,
} from './entityQuestion.ts';
import { variablesJson } from './requestBody.ts';
import type { Run } from './run.ts';

/**
 * Runs a fetch of entities: all its questions in one request, each entity once per question and run. Where no entity is
 * left to ask for, nothing is sent. It never rejects: what could not be fetched stands as a `Failure` in the answer.
 */
export function compileEntityFetch(
  node: EntityFetchNode,
  { client, ...options }: Omit<QuestionOptions, 'subgraph'> & { readonly client: SubgraphClient },
): (run: Run) => Promise<void> {
  const { subgraph, questions } = node;
  const operation = entityOperation(questions);
  const prefix = `{"query":${JSON.stringify(operation.text)},"variables":{`;
  const compiled = questions.map((question) => compileQuestion(question, { subgraph, ...options }));
  const names = operation.names.map(({ representations }) => `${JSON.stringify(representations)}:[`);

  const send = (run: Run, instances: readonly QuestionInstance[]): Promise<void> => {
    let variables = '';
    for (const [index, { representations, contextVariables }] of instances.entries()) {
      variables += `${index === 0 ? '' : ','}${names[index]}${representations.join()}]`;
      if (contextVariables !== '') variables += `,${contextVariables}`;
    }
    const others = variablesJson(run, operation.variables);
    if (others !== '') variables += `,${others}`;
    const body = `${prefix}${variables}}}`;
    const sent = client
      .fetch({ body, isMutation: false, mayShare: !run.isMutation }, run.context)
      .then((result) => {
        for (const [index, instance] of instances.entries()) {
          instance.accept(toQuestionAnswer(result, operation.names[index]?.alias ?? ''));
        }
      });
    for (const instance of instances) instance.sent(sent);
    return sent;
  };

  return async (run) => {
    const [first = [], ...others] = compiled.map((question) => question.prepare(run));
    const waits: Promise<void>[] = [];
    // A question with context arguments is alone in its fetch, and sent once for each combination of them.
    for (const instances of first.map((instance) => [instance, ...others.flat()])) {
      for (const { waitsFor } of instances) waits.push(...waitsFor);
      if (instances.some(({ representations }) => representations.length > 0))
        waits.push(send(run, instances));
    }
    if (waits.length > 0) await (waits.length === 1 ? waits[0] : Promise.all(waits));
  };
}

/** What the answer says to one question; errors without a path concern all of them. */
function toQuestionAnswer(
  result: Awaited<ReturnType<SubgraphClient['fetch']>>,
  alias: string,
): QuestionAnswer {
  if (result.kind === 'fault') return result;
  const { data, errors } = result;
  return {
    kind: 'answer',
    entities: data === null ? null : data[alias],
    errors: errors.filter(({ path: [head] }) => head === undefined || head === alias),
  };
}
