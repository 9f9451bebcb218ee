import type { Dispatch } from "#core/adapter.ts";
import type { Deliverer } from "#core/deliverer.ts";
import type { Log } from "#core/log.ts";
import type { Observer } from "#core/observer.ts";
import type { Reply } from "#core/reply.ts";
import { countFromZero, type Metrics } from "./metrics.ts";
import { currentRequest, inRequest, type Outcome, type Request } from "./request.ts";
import type { Traces } from "./traces.ts";

type Instruments = { readonly metrics: Metrics; readonly log: Log; readonly traces?: Traces | undefined };

/** Milliseconds within which an ack is counted as good; platforms give up after three seconds. */
const goodAck = 1000;

/** Counts and logs requests: one line for each that ran a command, and a trace where traces are sent. */
export function createObserver({ metrics, log, traces }: Instruments): Observer {
  const finish = (request: Request): void => {
    const { platform, startedAt, ackMs, ran, unanswered } = request;
    if (!ran) return;
    const ms = performance.now() - startedAt;
    metrics.request.observe({ platform, command: ran.command, outcome: ran.outcome }, ms / 1000);
    const times = {
      ...(ackMs === undefined ? {} : { ackMs: rounded(ackMs) }),
      runMs: rounded(ran.ms),
      ms: rounded(ms),
    };
    const { command, via, outcome } = ran;
    log.info({ platform, via, command, outcome, ...times }, unanswered ? "not answered" : "answered");
  };

  return {
    request: (platform, work) =>
      inRequest(platform, async (request) => {
        metrics.busy.inc();
        try {
          return await (traces ? traces.span("request", work, () => attributesOf(request)) : work());
        } finally {
          metrics.busy.dec();
          finish(request);
        }
      }),
    acked() {
      const request = currentRequest();
      if (!request || request.ackMs !== undefined) return;
      request.ackMs = performance.now() - request.startedAt;
      const { platform, ackMs } = request;
      metrics.ack.observe({ platform }, ackMs / 1000);
      log.debug({ platform, ackMs: rounded(ackMs) }, "acked");
      if (ackMs <= goodAck) return;
      metrics.slowAcks.inc({ platform });
      log.warn({ platform, ackMs: rounded(ackMs) }, "an ack took over one second; after three the platform gives up");
    },
    unanswered() {
      const request = currentRequest();
      if (!request || request.unanswered) return;
      request.unanswered = true;
      metrics.unanswered.inc({ platform: request.platform });
    },
    toldToWait(platform, milliseconds) {
      metrics.waits.inc({ platform });
      metrics.waitSeconds.inc({ platform }, milliseconds / 1000);
      log.warn({ platform, wait: milliseconds }, "the platform asks to wait");
    },
  };
}

/** The same dispatch, its commands timed and their outcomes counted. */
export function observeDispatch(dispatch: Dispatch, { metrics, log, traces }: Instruments): Dispatch {
  for (const { name } of dispatch.commands) metrics.commands.add(name);
  return {
    ...dispatch,
    run: async (invocation) => {
      const { platform, via } = invocation.origin;
      const started = performance.now();
      const reply = await (traces ? traces.span("run", () => dispatch.run(invocation)) : dispatch.run(invocation));
      const ms = performance.now() - started;
      // What names no command was typed by somebody: it is neither a label nor logged.
      const command = metrics.commands.has(reply.command) ? reply.command : "unknown";
      const outcome = outcomeOf(reply);
      metrics.run.observe({ platform, command }, ms / 1000);
      if (outcome === "not-known") metrics.notKnown.inc({ platform });
      if (outcome === "failed") metrics.failures.inc({ platform, command });
      const request = currentRequest();
      if (request) request.ran = { command, via, outcome, ms };
      log.debug({ platform, via, command, outcome, runMs: rounded(ms) }, "ran");
      return reply;
    },
  };
}

/** The same way to post, its outcomes counted. There is one for each platform that runs: from here on all is counted. */
export function observeDeliverer(deliverer: Deliverer, { metrics }: Pick<Instruments, "metrics">): Deliverer {
  const { platform } = deliverer;
  countFromZero(metrics, platform);
  return {
    ...deliverer,
    post: async (delivery, stillOurs) => {
      const result = await deliverer.post(delivery, stillOurs);
      metrics.deliveries.inc({ platform, outcome: result.kind });
      return result;
    },
  };
}

function outcomeOf({ ok, command, data }: Reply): Outcome {
  if (typeof data === "object" && data !== null) {
    const error = "error" in data ? data.error : undefined;
    if (error === "internal") return "failed";
    if (error === "rate-limited" || error === "busy") return "limited";
    if (error === "slow") return "slow";
    if (command === "ask" && "answered" in data && data.answered === false) return "not-known";
  }
  return ok ? "answered" : "refused";
}

function attributesOf({ id, platform, ran, unanswered }: Request): Record<string, string | boolean> {
  return {
    "casebook.request": id,
    "casebook.platform": platform,
    ...(ran ? { "casebook.command": ran.command, "casebook.via": ran.via, "casebook.outcome": ran.outcome } : {}),
    ...(unanswered ? { "casebook.unanswered": true } : {}),
  };
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;
