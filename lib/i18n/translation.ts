/** The shape of a message tree with its sentences left open: what another language has to fill in. */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translation<Source[Key]>;
};
