import { createContext, useContext } from "react";

const ErrorReference = createContext<string | undefined>(undefined);

/** The id that the log has of a request, while its page is rendered on the server. */
export const ErrorReferenceProvider = ErrorReference.Provider;
export const useErrorReference = (): string | undefined => useContext(ErrorReference);
