# syntax=docker/dockerfile:1

# The Node that package.json pins; test/operate/container.test.ts holds the two equal.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# Left out: the Node that npm brings along for other machines, and what only editors read, nearly half of the rest.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* node_modules/node-bin-* node_modules/.bin/node \
  && find node_modules -type f \( -name "*.map" -o -name "*.d.ts" -o -name "*.d.mts" -o -name "*.d.cts" \) -delete

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    DATA_DIR=/app/data \
    METRICS_PORT=9464
WORKDIR /app
RUN install --directory --owner=node --group=node data
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY commands ./commands
COPY content ./content
COPY src ./src
# The content as it comes with the image, ready to be served.
RUN node src/keep-content.ts
# Everything but ./data belongs to root and is only read; run it with a read-only root (compose.yaml does).
USER node
VOLUME /app/data
EXPOSE 3000 9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "src/health-check.ts"]
# No npm in between: signals reach the bot, which finishes what was acked.
CMD ["node", "--disable-warning=ExperimentalWarning", "src/main.ts"]
