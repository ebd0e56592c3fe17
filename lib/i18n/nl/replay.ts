export const replay = {
  title: 'Terugkijken',
} as const;
