import type { Random } from '../random.ts';

const OPENERS =
  'Hi!|Hey|Good morning|Hello there|So|By the way|Guess what|Listen|Oh|Well|Quick question|Just saw this|Honestly|Right|Okay'.split(
    '|',
  );
const SENTENCES =
  'are you free on Saturday?|the parcel has arrived|I will be ten minutes late|did you see the match last night?|that coffee grinder is wonderful|shall we have dinner at eight?|the train is delayed again|I have sent you the pictures|can you call me after work?|the tickets are booked|it is raining here|my sister says hello|the recipe needs more lemon|let us meet at the station|I forgot my keys|the meeting was moved to Thursday|happy birthday to your mother|the new headphones sound great|what did the doctor say?|we should play again tonight|thanks for your help yesterday|the garden looks lovely|I am reading that book you gave me|the flight leaves at seven|could you bring some bread?|I won the raid, finally|that was a long day|the cat slept on my keyboard|nobody told me about it|it works now, no idea why|the concert was sold out in a minute|I will think about it'.split(
    '|',
  );
const SHORT =
  'Yes|No|Sure|Of course|Thanks!|See you|Great|Haha|Good night|On my way|No problem|Maybe tomorrow|Really?|Me too|Perfect|Sorry!'.split(
    '|',
  );

const SHORT_SHARE = 0.35;
const LONG_SHARE = 0.15;

/** What somebody might write: a word or two, a sentence, or some. */
export function drawText(random: Random): string {
  if (random.chance(SHORT_SHARE)) return random.pick(SHORT);
  const first = `${random.pick(OPENERS)}, ${random.pick(SENTENCES)}`;
  if (!random.chance(LONG_SHARE)) return first;
  return `${first} ${random.pick(SHORT)}, ${random.pick(SENTENCES)}`;
}
