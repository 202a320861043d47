import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/**
 * How a system misbehaves on purpose: `slow` waits `delayMs` first, `failing` answers with the system's own idea of an
 * error (HTTP 500), `cut-off` closes the connection in the middle of the answer, `malformed` answers with bytes that
 * are not in its format.
 */
const Fault = z.strictObject({
  mode: z.enum(['none', 'slow', 'failing', 'cut-off', 'malformed']),
  delayMs: z.number().int().min(0).max(120_000).default(5_000),
});

export type Fault = z.infer<typeof Fault>;

/**
 * Adds `PUT /__fault` and `GET /__fault`, and makes every other route obey. Only for tests and drills: never register
 * it in production.
 */
export function addFaultSwitch(app: FastifyInstance): void {
  let fault: Fault = { mode: 'none', delayMs: 0 };

  app.get('/__fault', async () => fault);
  app.put('/__fault', async (request, reply) => {
    const parsed = Fault.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ error: z.prettifyError(parsed.error) });
    fault = parsed.data;
    return fault;
  });

  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/__')) return;
    if (fault.mode === 'slow') await sleep(fault.delayMs);
    if (fault.mode === 'failing') {
      reply.code(500).header('content-type', 'text/html');
      return reply.send(
        '<html><body><h1>500</h1>ORA-00942: table or view does not exist: T_CASE_480101198503121013</body></html>',
      );
    }
    if (fault.mode === 'cut-off') {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
      reply.raw.write('{"items":[');
      setTimeout(() => reply.raw.destroy(), 20);
      return reply;
    }
    if (fault.mode === 'malformed') {
      reply.code(200).header('content-type', 'application/json');
      return reply.send(Buffer.from([0x7b, 0x22, 0x81, 0xff, 0xfe, 0x00, 0x3c, 0x78, 0x3e]));
    }
  });
}
