-- What was left out of the chats beyond the rows of no one, which intake counts: the chat days of the month that are
-- advertising.
SELECT count(*) AS "consults.ad" FROM chat_days WHERE in_month AND filtered;
