import { ApolloProvider } from "@apollo/client/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import "./i18n/i18n";
import "./app/app.css";
import { router } from "./app/router";
import { ThemeProvider } from "./app/theme";
import { client } from "./graphql/client";

const root = document.getElementById("root");
if (!root) throw new Error("no #root in the page");
createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <ThemeProvider>
        {/* In a transition the old and the new address are drawn in turns, and each asks for its own answers again and again. */}
        <RouterProvider router={router} useTransitions={false} />
      </ThemeProvider>
    </ApolloProvider>
  </StrictMode>,
);
