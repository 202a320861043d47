import { entityOperation } from '../../planning/entityOperation.ts';
import type { EntityFetchNode } from '../../planning/queryPlan.ts';
import type { SubgraphClient } from '../../transport/subgraphClient.ts';
import { compileQuestion, type QuestionAnswer, type QuestionInstance } from './entityQuestion.ts';
import { variablesJson } from './requestBody.ts';
import type { Run } from './run.ts';
import type { TypeConditions } from './typeConditions.ts';

/**
 * Runs a fetch of entities: all its questions in one request, each entity once per question and run. Where no entity is
 * left to ask for, nothing is sent. It never rejects: what could not be fetched stands as a `Failure` in the answer.
 */
export function compileEntityFetch(
  node: EntityFetchNode,
  { client, types }: { client: SubgraphClient; types: TypeConditions },
): (run: Run) => Promise<void> {
  const { subgraph, questions } = node;
  const operation = entityOperation(questions);
  const prefix = `{"query":${JSON.stringify(operation.text)},"variables":{`;
  const compiled = questions.map((question) => compileQuestion(question, subgraph, types));

  return async (run) => {
    const instances = compiled.map((question) => question.prepare(run));
    const waits = instances.flatMap(({ waitsFor }) => waitsFor);
    if (instances.some(({ representations }) => representations.length > 0)) waits.push(send(run, instances));
    if (waits.length > 0) await (waits.length === 1 ? waits[0] : Promise.all(waits));
  };

  function send(run: Run, instances: readonly QuestionInstance[]): Promise<void> {
    const parts = instances.map(
      ({ representations }, index) =>
        `${JSON.stringify(operation.names[index]?.representations)}:[${representations.join()}]`,
    );
    const others = variablesJson(run, operation.variables);
    if (others !== '') parts.push(others);
    const sent = client
      .fetch({ body: `${prefix}${parts.join()}}}`, isMutation: false }, run.context)
      .then((result) => {
        instances.forEach((instance, index) => {
          const alias = operation.names[index]?.alias ?? '';
          instance.accept(toQuestionAnswer(result, alias));
        });
      });
    for (const instance of instances) instance.sent(sent);
    return sent;
  }
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
