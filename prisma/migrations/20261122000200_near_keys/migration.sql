-- Look-up forgives one wrong letter. Two words one letter apart share a key when each gives itself and all that is left of it
-- without one letter; trigrams of such short words would let thousands of candidates through. lib/text/near.ts makes the same
-- keys of what is typed; lib/db/name-lookup.db.test.ts holds the two together.
create function waqai_near_keys(folded text) returns text[]
  language plpgsql immutable strict parallel safe as $$
declare
  word text;
  keys text[] := '{}';
  forgiven boolean;
begin
  foreach word in array string_to_array(folded, ' ') loop
    forgiven := length(word) between 4 and 20;
    if length(word) > 4 and left(word, 2) = 'ال' then
      word := substr(word, 3);
    end if;
    keys := keys || word;
    if forgiven then
      for at in 1..length(word) loop
        keys := keys || (left(word, at - 1) || substr(word, at + 1));
      end loop;
    end if;
  end loop;
  return keys;
end
$$;

create index place_name_near_keys on place_name using gin (waqai_near_keys(folded));
create index actor_name_near_keys on actor_name using gin (waqai_near_keys(folded));
