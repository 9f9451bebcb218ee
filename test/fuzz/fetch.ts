/** Lets requests to this machine through and answers all others itself; gives the ones that went to no platform. */
export function guardFetch(): (() => string[]) & { end(): void } {
  const real = globalThis.fetch;
  let strange: string[] = [];
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.hostname === "127.0.0.1") return real(input, init);
    if (!/(?:^|\.)slack\.com$/.test(url.hostname)) strange.push(`a request went to ${url.origin}`);
    return new Response("no", { status: 404 });
  };
  const take = () => {
    const taken = strange;
    strange = [];
    return taken;
  };
  return Object.assign(take, {
    end: () => {
      globalThis.fetch = real;
    },
  });
}
