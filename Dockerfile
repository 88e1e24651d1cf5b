# One image for every service: the command says which (docker-compose.yml). docs/explanation/services.md says what was tried.

FROM node:24.11.1-bookworm-slim AS built
WORKDIR /throughline
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY nest-cli.json tsconfig.json tsconfig.base.json .swcrc ./
COPY apps apps
COPY libs libs
RUN npm run -s build

FROM node:24.11.1-bookworm-slim AS packages
WORKDIR /throughline
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.11.1-bookworm-slim
ENV NODE_ENV=production THROUGHLINE_DATA=/data THROUGHLINE_HOST=0.0.0.0
WORKDIR /throughline
COPY --from=packages /throughline/node_modules node_modules
COPY --from=built /throughline/dist dist
COPY package.json infra/compose/healthy.mjs ./
# A named volume takes the owner of the folder it is mounted on: the services need not be root to write there.
RUN install -d -o node -g node -m 0750 /data && install -d -o node -g node -m 0755 /metrics-token
USER node
# Nothing of the image is ever written; what is kept lies on the volume.
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "healthy.mjs"]
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["dist/apps/throughline/src/main.js", "start"]
