import { createContext, use } from "react";
import type { PartnerTokenQuery } from "@/graphql/gen/graphql";

export type Token = NonNullable<PartnerTokenQuery["currentToken"]>;

export const TokenContext = createContext<Token | null>(null);

/** The token by which the partner came. Only for what is drawn behind it. */
export function useToken(): Token {
  const token = use(TokenContext);
  if (!token) throw new Error("useToken before entering");
  return token;
}
