-- Words in memos of the month's orders that name nobody and are nearly somebody's id, account or name: what two such words
-- differ in is what a reader does not see, or takes for the same: width, case, signs without width, 客服 or 号 beside
-- them, zeros before the number of an id.
CREATE OR REPLACE TEMP MACRO memo_word(x) AS upper(translate(
  regexp_replace(x, '[\x{AD}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}\x{FEFF}]', '', 'g'),
  '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ＿－',
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-'
));
CREATE OR REPLACE TEMP MACRO memo_name(x) AS
  regexp_replace(regexp_replace(memo_word(x), '^(工号|客服)[:#]?', ''), '(号客服|号|客服)$', '');
-- An id of digits alone is itself only.
CREATE OR REPLACE TEMP MACRO memo_key(x) AS CASE
  WHEN regexp_full_match(memo_name(x), '[0-9]+') THEN memo_name(x)
  ELSE regexp_replace(memo_name(x), '(^|[^0-9])0+([0-9])', '\1\2', 'g')
END;

CREATE OR REPLACE TEMP TABLE near_memos AS
WITH written AS (
  SELECT agent, unnest([name, regexp_replace(name, '^.*:', '')]) AS sign, is_id FROM agent_names
  UNION
  SELECT unnest({nameAgents}::INTEGER[]), unnest({names}), false
),
signs AS (
  SELECT agent, memo_key(sign) AS key
  FROM written
  -- One sign, and a number of two digits, is in memos for something else.
  WHERE length(memo_key(sign)) > 1 AND NOT regexp_full_match(sign, '[0-9]{1,2}')
  UNION
  -- An id with letters is an id with words beside it, too: A01催付.
  SELECT agent, '=' || memo_word(name)
  FROM agent_names
  WHERE is_id AND regexp_full_match(memo_word(name), '[A-Z]+[-_]?[0-9]+')
),
words AS (
  SELECT
    purchase,
    token,
    unnest([memo_key(token), '=' || regexp_extract(memo_word(token), '[A-Z]+[-_]?[0-9]+')]) AS key
  FROM memo_tokens
  ANTI JOIN named USING (purchase)
)
SELECT DISTINCT purchase, token, signs.agent
FROM words
JOIN signs USING (key)
JOIN credits USING (purchase)
WHERE paid_in_month OR created_in_month;
