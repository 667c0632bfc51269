-- What was left out of the chats, by reason: messages of no one, team talk, and chat days of the month.
SELECT
  count(*) FILTER (WHERE sender = 'robot') AS "chats.robot",
  count(*) FILTER (WHERE sender = 'system') AS "chats.system",
  count(*) FILTER (
    WHERE sender IN ('buyer', 'agent') AND buyer IN (SELECT name FROM agent_names)
  ) AS "chats.team",
  (SELECT count(*) FROM chat_days WHERE in_month AND filtered) AS "consults.ad"
FROM chats;
