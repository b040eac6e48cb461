/** A bug to plant: a text that stands once in a file, what stands there instead, and the tests that must notice. */
export interface PlantedBug {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
  readonly caughtBy: string;
}

export const bug = (name: string, file: string, find: string, put: string, caughtBy: string): PlantedBug => ({
  name,
  file,
  find,
  put,
  caughtBy,
});
