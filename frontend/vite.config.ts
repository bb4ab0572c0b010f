import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = fileURLToPath(new URL(".", import.meta.url));
const server = process.env.XINXING_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  root: here,
  plugins: [react()],
  resolve: { alias: { "@": `${here}src` } },
  build: {
    outDir: "dist",
    emptyOutDir: true, // public/.gitkeep is copied back, so that a fresh clone's go:embed finds the folder
    target: "es2022",
    chunkSizeWarningLimit: 1200,
  },
  server: {
    port: 5173,
    proxy: {
      "/graphql": { target: server, ws: true },
      "/partner/graphql": server,
      "/partner/files": server,
      "/healthz": server,
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
