/** A token of the injured labourer of SC-1, from the development issuer. */
export async function requestToken(issuerUrl: string): Promise<string> {
  const response = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: 'citizen:zhang' }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}
