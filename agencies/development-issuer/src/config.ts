import { z } from 'zod';

const Env = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    HOST: z.enum(['127.0.0.1', '::1', 'localhost']).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4300),
    TOKEN_AUDIENCE: z.string().min(1).default('tongban'),
    KEY_FILE: z.string().min(1).default('.data/issuer-key.json'),
  })
  .refine(({ NODE_ENV }) => NODE_ENV !== 'production', {
    path: ['NODE_ENV'],
    message:
      'the development issuer gives tokens to everyone and does not run in production; set JWKS_URL and TOKEN_ISSUER of the gateway to a real issuer',
  });

export type IssuerConfig = z.infer<typeof Env>;

/**
 * Reads and checks the environment.
 * @throws {Error} with every mistake listed; in production always.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): IssuerConfig {
  const parsed = Env.safeParse(env);
  if (!parsed.success) throw new Error(`Invalid environment:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
