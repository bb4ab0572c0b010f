import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "graph/schema/*.graphqls",
  documents: ["frontend/src/**/*.{ts,tsx}", "!frontend/src/graphql/gen/**"],
  ignoreNoDocuments: true,
  generates: {
    "frontend/src/graphql/gen/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: {
          Time: "string",
          Date: "string",
          Money: "string",
          Cursor: "string",
          Facts: "Record<string, unknown>",
        },
      },
    },
  },
};

export default config;
