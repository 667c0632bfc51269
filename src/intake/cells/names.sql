-- Whom an agent cell names, as shop/roster.ts resolves it: the place in the roster, -1 for a name that
-- several agents have, NULL for nobody, a marker below -1 for one that means several people by day
-- (dated_names of facts.sql). The words are enums, which the engine looks up by hash without
-- a join: a join may put the rows of a file into another order.
CREATE TYPE intake_name AS ENUM ({names});
-- Accounts without a shop before them: they match `any shop:account` too.
CREATE TYPE intake_bare_account AS ENUM ({bare_accounts});

CREATE MACRO agent_named(cell) AS
  list_extract([{name_agents}], enum_code(TRY_CAST(cell AS intake_name)) + 1);
CREATE MACRO agent_by_bare_account(cell) AS
  list_extract([{bare_account_agents}], enum_code(TRY_CAST(cell AS intake_bare_account)) + 1);

-- Whom an account, or any other name, means.
CREATE MACRO agent_called(account) AS
  coalesce(
    agent_named(account),
    CASE WHEN contains(account, ':') THEN agent_by_bare_account(substr(account, instr(account, ':') + 1)) END
  );
