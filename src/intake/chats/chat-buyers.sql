-- The buyers of one chat file, as it writes them: they are read here, once each, not with every message.
INSERT INTO chat_buyers
SELECT buyer, key_of_written(buyer), count(*)
FROM chats
WHERE rowid >= {start}
  AND agent IS NOT NULL
  AND {spoken}
GROUP BY buyer;
