-- What was left out of the chats beyond the rows of no one (which intake counts): messages of team talk,
-- and the chat days of the month that are advertising.
SELECT
  (SELECT coalesce(sum(messages), 0) FROM buyers WHERE is_team) AS "chats.team",
  (SELECT count(*) FROM chat_days WHERE in_month AND filtered) AS "consults.ad";
