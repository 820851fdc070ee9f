-- Look-up forgives one wrong letter: it asks for every word that is one letter from the one typed, a few hundred of them
-- (lib/text/near.ts). Trigrams of such short words would let thousands of candidates through, and an index of all words
-- with a letter left out is seven times as large and takes seven times as long to build.
create index place_name_words on place_name using gin (string_to_array(folded, ' '));
create index actor_name_words on actor_name using gin (string_to_array(folded, ' '));
