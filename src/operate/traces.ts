import { AsyncLocalStorage } from "node:async_hooks";
import { type Attributes, type Context, ROOT_CONTEXT, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { waitAtMost } from "#core/within.ts";

export type Traces = {
  /** Runs `work` as a span, inside the one it is called from. `attributes` is read when it has ended. */
  span<T>(name: string, work: () => Promise<T>, attributes?: () => Attributes): Promise<T>;
  /** Sends what is left; waits at most three seconds. */
  close(): Promise<void>;
};

/**
 * Sends traces to an OpenTelemetry collector over OTLP/HTTP. Headers, time-outs and further attributes are read by the
 * exporter from the standard OTEL_ variables. Spans hold names of platforms and commands, and nothing people wrote.
 */
export function openTraces(endpoint: string, { version, name }: { version: string; name: string }): Traces {
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ "service.name": name, "service.version": version })),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer("casebook", version);
  const present = new AsyncLocalStorage<Context>();
  return {
    span: (spanName, work, attributes) => {
      const parent = present.getStore() ?? ROOT_CONTEXT;
      const span = tracer.startSpan(spanName, {}, parent);
      return present.run(trace.setSpan(parent, span), async () => {
        try {
          return await work();
        } catch (error) {
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          if (attributes) span.setAttributes(attributes());
          span.end();
        }
      });
    },
    close: async () => {
      // The last spans are worth a moment, not the end of the process.
      await waitAtMost(
        3000,
        provider.shutdown().catch(() => {}),
      );
    },
  };
}
