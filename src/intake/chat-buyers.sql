-- The buyers of one chat file, as it writes them: they are read here, once each, not with every message.
INSERT INTO chat_buyers
SELECT
  buyer,
  -- Two cells, which stand together as buyer_key puts them.
  buyer_key(coalesce(plain_cell(shop_of_key(buyer)), ''), plain_account(nick_of_key(buyer))),
  count(*)
FROM chats
WHERE rowid >= {start}
  AND agent IS NOT NULL
  AND (sender = 'buyer'::sender OR sender = 'agent'::sender)
GROUP BY buyer;
