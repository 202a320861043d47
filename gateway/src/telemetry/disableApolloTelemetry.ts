/** Environment variables that switch off a safety limit of Apollo's planner. */
const FORBIDDEN_PREFIX = 'APOLLO_DISABLE_SECURITY_';
/** Any of these would make Apollo's packages talk to a service outside this network. */
const APOLLO_ACCOUNT = [
  'APOLLO_KEY',
  'APOLLO_GRAPH_REF',
  'APOLLO_GRAPH_ID',
  'APOLLO_GRAPH_VARIANT',
  'APOLLO_SCHEMA_REPORTING',
];

/**
 * Makes this process keep to itself: Apollo's packages read these variables when a gateway or a server is constructed,
 * so this must run before that.
 * @throws {Error} when the environment switches off one of the planner's safety limits.
 */
export function disableApolloTelemetry(
  // biome-ignore lint/style/noProcessEnv: Apollo's packages know no other switch than the environment
  env: Record<string, string | undefined> = process.env,
): void {
  const forbidden = Object.keys(env).filter((name) => name.startsWith(FORBIDDEN_PREFIX));
  if (forbidden.length > 0) {
    throw new Error(`unset ${forbidden.join(', ')}: the limits of the query planner must stay on`);
  }
  for (const name of APOLLO_ACCOUNT) delete env[name];
  env.APOLLO_TELEMETRY_DISABLED = '1';
}
