/** The answer of a real subgraph. One with errors is not worth keeping, and is thrown. */
export async function askOrigin(origin: string | null, subgraph: string, body: string): Promise<string> {
  if (origin === null) throw new Error(`${subgraph} was never asked this while there was an origin`);
  const response = await fetch(`${origin}/${subgraph}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const answer = await response.text();
  if (!response.ok || (JSON.parse(answer) as { errors?: unknown }).errors !== undefined) {
    throw new Error(`${subgraph} answered ${response.status} ${answer}`);
  }
  return answer;
}
