# One image for every command of Standpoint. Node 24 comes with the base image; the copy in node_modules is then not used.
FROM node:24-bookworm-slim

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional && npm cache clean --force
COPY . .

# Results and the data folder of the embedded form; a fleet keeps nothing here.
RUN mkdir -p /data && chown 1000:1000 /data
ENV STANDPOINT_DATA=/data
USER 1000

# In this form SIGTERM reaches Node itself, and a worker ends its articles before it goes.
ENTRYPOINT ["node", "cli/main.ts"]
CMD ["worker"]
