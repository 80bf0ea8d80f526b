/** Thrown where the store's code uses the library wrongly; never for what a shopper does. */
export class IntegrationError extends Error {
  override readonly name = "IntegrationError";
}
