export default async function globalTeardown() {
  await globalThis.testGraph?.stop();
}
