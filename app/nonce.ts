import { createContext, useContext } from "react";

const Nonce = createContext<string | undefined>(undefined);

/** Set only while an interactive page is rendered on the server; the browser never needs it. */
export const NonceProvider = Nonce.Provider;
export const useNonce = (): string | undefined => useContext(Nonce);
