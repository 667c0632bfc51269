-- What cells of `agent` columns are looked up in, as shop/roster.ts resolves them.
-- An ambiguous name has agent -1.
CREATE TABLE intake_names (cell VARCHAR, agent INTEGER);
-- Accounts without a shop before them: they match `any shop:account` too.
CREATE TABLE intake_bare_accounts (cell VARCHAR, agent INTEGER);

CREATE MACRO without_shop(account) AS
  CASE WHEN contains(account, ':') THEN substr(account, instr(account, ':') + 1) END;
