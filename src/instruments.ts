import type { Adapter, Dispatch } from "#core/adapter.ts";
import type { Deliverer } from "#core/deliverer.ts";
import type { Log } from "#core/log.ts";
import type { Observer } from "#core/observer.ts";
import type { Store } from "#core/store.ts";
import { openListener } from "#operate/listener.ts";
import { createMetrics, measureBacklog, measureContent, measureReadiness } from "#operate/metrics.ts";
import { createObserver, observeDeliverer, observeDispatch } from "#operate/observe.ts";
import { type Part, readinessOf } from "#operate/readiness.ts";
import type { Config } from "./config.ts";
import { type Casebook, version } from "./open.ts";

/** What readiness and metrics ask about; a part that is absent has not come that far. */
export type Watched = {
  casebook?: Casebook;
  store: () => Promise<Pick<Store, "ping"> & Partial<Pick<Store, "backlog">>>;
  adapters?: readonly Adapter[];
  stopping?: boolean;
};

export type Instruments = {
  readonly observer: Observer;
  readonly observeDispatch: (dispatch: Dispatch) => Dispatch;
  readonly observeDeliverer: (deliverer: Deliverer) => Deliverer;
  /** Where the listener is, when there is one. */
  readonly port: number | undefined;
  close(): Promise<void>;
};

/**
 * Opens what an operator sees the bot through: metrics, health and readiness on METRICS_PORT, and traces to
 * OTEL_EXPORTER_OTLP_ENDPOINT, each where it is set. `watched` is asked anew each time. Rejects with a sentence.
 */
export async function openInstruments(config: Config, log: Log, watched: Readonly<Watched>): Promise<Instruments> {
  const { METRICS_PORT: port, METRICS_HOST: host, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = config;
  const metrics = createMetrics();
  measureContent(metrics, () => {
    const { casebook } = watched;
    return casebook && { library: casebook.library(), threads: casebook.threads(), ...casebook.loaded() };
  });
  // OpenTelemetry is loaded only where traces are sent.
  const traces = endpoint
    ? (await import("#operate/traces.ts")).openTraces(endpoint, { version, name: config.OTEL_SERVICE_NAME })
    : undefined;
  const readiness = () => readinessOf(partsOf(watched));
  measureReadiness(metrics, readiness);
  measureBacklog(metrics, async () => (await watched.store()).backlog?.(Date.now()));
  const listener =
    port === undefined ? undefined : await openListener({ host, port }, { registry: metrics.registry, readiness });
  if (listener) log.info({ host, port: listener.port }, "health and metrics: /healthz, /readyz, /metrics");
  return {
    observer: createObserver({ metrics, log, traces }),
    observeDispatch: (dispatch) => observeDispatch(dispatch, { metrics, log, traces }),
    observeDeliverer: (deliverer) => observeDeliverer(deliverer, { metrics }),
    port: listener?.port,
    close: async () => {
      await Promise.all([listener?.close(), traces?.close()]);
    },
  };
}

function partsOf({ casebook, store, adapters, stopping }: Readonly<Watched>): Part[] {
  const platforms = adapters?.map(({ platform, connected }) => ({
    name: platform,
    check: () => ((connected?.() ?? true) ? undefined : "not connected"),
  }));
  return [
    ...(stopping ? [{ name: "process", check: () => "stopping" }] : []),
    { name: "content", check: () => (casebook ? undefined : "not loaded yet") },
    {
      name: "store",
      check: async () => {
        await (await store()).ping();
        return undefined;
      },
    },
    ...(platforms ?? [{ name: "platforms", check: () => "not started yet" }]),
  ];
}
