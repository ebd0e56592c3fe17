import type { errors as source } from '../nl/errors.ts';
import type { Translation } from '../translation.ts';

export const errors = {
  notFound: {
    title: 'There is nothing here',
    body: 'The address may not be quite right. Your room and your words are still where they were.',
  },
  unexpected: {
    title: 'Something went wrong on our side',
    body: 'This is not your doing. Please try again. What was already sent is kept.',
  },
} satisfies Translation<typeof source>;
