import { join } from "node:path";
import { ApolloLink, Observable } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { render } from "@testing-library/react";
import { execute } from "graphql";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { ThemeProvider } from "@/app/theme";
import { makeClient } from "@/graphql/client";
import { setOfficeTime } from "@/office/clock";
import { type Viewer, ViewerContext } from "@/office/viewer";
import { makeOffice, type Office, readSchema } from "./office";

const schema = readSchema(join(import.meta.dirname, "../../../graph/schema"));

/** Answers every operation from the office, as its schema allows. */
export function officeLink(office: Office): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        void Promise.resolve(
          execute({
            schema,
            document: operation.query,
            rootValue: office.root,
            variableValues: operation.variables,
            operationName: operation.operationName ?? null,
          }),
        ).then((result) => {
          observer.next(JSON.parse(JSON.stringify(result)));
          observer.complete();
        });
      }),
  );
}

/**
 * Draws an element at an address, behind the sign-in, with the answers of an office in memory; untimed before the office's time is known, where
 * no test of the file drew another.
 */
export function drawPage(element: ReactNode, options: { office?: Office; at?: string; untimed?: boolean } = {}) {
  const office = options.office ?? makeOffice();
  const client = makeClient(officeLink(office));
  if (!options.untimed) setOfficeTime(office.root.officeTime());
  const router = createMemoryRouter([{ path: "*", element }], { initialEntries: [options.at ?? "/"] });
  const drawn = render(
    <ApolloProvider client={client}>
      <ThemeProvider>
        <ViewerContext value={office.viewer as unknown as Viewer}>
          <RouterProvider router={router} useTransitions={false} />
        </ViewerContext>
      </ThemeProvider>
    </ApolloProvider>,
  );
  return { ...drawn, office, client, router };
}
