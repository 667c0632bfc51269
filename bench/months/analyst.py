"""The core figures of a month with pandas, as an analyst would write them: whole columns, no loops over rows.

python3 analyst.py SHOP_FOLDER MONTH; prints one CSV row per agent. Definitions: docs/metrics.md.
"""

import sys

import numpy as np
import pandas as pd

SESSION_WAIT = 60
MIN_MESSAGES = 3
MAX_WAIT = 600
WINDOW = 24 * 3600
INQUIRY_WINDOW = 24 * 3600
AFTERSALES = 21 * 86400
DAY = 86400
CREDIT_ROLES = ["售前", "VIP"]
UNPAID = ["等待买家付款"]

shop, month = sys.argv[1:3]
folder = f"{shop}/{month}"
month_start = pd.Timestamp(f"{month}-01")
first_day = month_start.value // 10**9 // DAY
end_day = (month_start + pd.DateOffset(months=1)).value // 10**9 // DAY


def seconds(column):
    """Seconds since 1970; NaN where there is no time."""
    times = pd.to_datetime(column, format="%Y-%m-%d %H:%M:%S")
    whole = times.astype("int64") // 10**9
    return whole.where(times.notna()) if times.isna().any() else whole


# The roster, in code-point order of ids: a number stands for an agent, and the smaller one wins.
roster = pd.read_csv(f"{shop}/agents.csv", dtype=str).sort_values("工号").reset_index(drop=True)
number_of = {account: number for number, account in roster["账号"].dropna().items()}
number_of.update({name: number for number, name in roster["工号"].items()})
creditable = roster.index[roster["岗位"].isin(CREDIT_ROLES)]

# Messages of buyers and agents of the team. Their text is not needed.
chats = pd.read_csv(
    f"{folder}/chats.csv",
    usecols=["time", "agent", "buyer", "sender"],
    dtype={"time": "str", "agent": "category", "buyer": "category", "sender": "category"},
)
chats["agent"] = chats["agent"].map(number_of)
team_talk = chats["buyer"].isin(number_of.keys())
chats = chats[chats["sender"].isin(["buyer", "agent"]) & chats["agent"].notna() & ~team_talk]
buyers = chats["buyer"].cat.categories
talk = pd.DataFrame(
    {
        "time": seconds(chats["time"]).to_numpy(),
        "agent": chats["agent"].astype("int64").to_numpy(),
        "buyer": chats["buyer"].cat.codes.to_numpy("int64"),
        "by_buyer": (chats["sender"] == "buyer").to_numpy(),
    }
)
del chats
talk["day"] = talk["time"] // DAY
talk["chat_day"] = (talk["agent"] * len(buyers) + talk["buyer"]) * 100_000 + talk["day"]
# Stable: equal times stay in the order of the file.
talk = talk.iloc[np.lexsort((talk["time"], talk["chat_day"]))].reset_index(drop=True)

# Sessions and runs: where one begins.
opens_day = talk["chat_day"] != talk["chat_day"].shift()
after_buyer = talk["by_buyer"].shift(fill_value=False)
pause = talk["time"] - talk["time"].shift()
talk["session"] = (opens_day | (after_buyer & (pause > SESSION_WAIT))).cumsum()
opens_run = opens_day | (talk["by_buyer"] != after_buyer)

by_session = talk.groupby("session")
sessions = by_session.agg(
    chat_day=("chat_day", "first"),
    agent=("agent", "first"),
    buyer=("buyer", "first"),
    day=("day", "first"),
    start=("time", "min"),
    end=("time", "max"),
    messages=("time", "size"),
    from_buyer=("by_buyer", "sum"),
)
sessions["effective"] = (
    (sessions["messages"] >= MIN_MESSAGES)
    & (sessions["from_buyer"] > 0)
    & (sessions["from_buyer"] < sessions["messages"])
)
sessions["from_agent"] = sessions["messages"] - sessions["from_buyer"]

days = sessions.groupby("chat_day").agg(
    agent=("agent", "first"),
    buyer=("buyer", "first"),
    day=("day", "first"),
    from_buyer=("from_buyer", "sum"),
    from_agent=("from_agent", "sum"),
    effective=("effective", "any"),
)
days["first_question"] = talk[talk["by_buyer"]].groupby("chat_day")["time"].min()
days = days[days["day"].between(first_day, end_day - 1)]
consults = days[days["from_buyer"] > 0]

runs = talk.loc[opens_run, ["chat_day", "agent", "day", "time", "by_buyer"]]
answered = runs["chat_day"] == runs["chat_day"].shift(-1)
runs["gap"] = (runs["time"].shift(-1) - runs["time"]).where(answered)
rounds = runs[runs["by_buyer"] & runs["day"].between(first_day, end_day - 1)]
counted = rounds[rounds["gap"] <= MAX_WAIT]
firsts = rounds.drop_duplicates("chat_day")
firsts = firsts[firsts["gap"] <= MAX_WAIT]
replied = rounds[rounds["gap"].notna()].drop_duplicates("chat_day")

# Orders that are not fake, with their buyers as numbers; -1 and below: a buyer with whom nobody talked.
orders = pd.read_csv(f"{folder}/orders.csv", dtype=str, keep_default_na=False)
fake = orders["备注"].str.contains("补单|刷单") | orders["订单编号"].str.startswith("BF")
orders = orders[~fake].reset_index(drop=True)
orders["order"] = orders.index
known = ~orders["买家"].str.contains("*", regex=False) & (orders["买家"] != "")
orders["buyer"] = pd.Categorical(orders["买家"].where(known), categories=buyers).codes.astype("int64")
orders["created"] = seconds(orders["创建时间"])
orders["paid"] = seconds(orders["付款时间"].replace("", np.nan).mask(orders["状态"].isin(UNPAID)))
yuan = orders["实付金额"].str.extract(r"^(\d+)(?:\.(\d\d))?$").fillna("0").astype("int64")
orders["fen"] = yuan[0] * 100 + yuan[1]

# Credit by chat: the session with the latest min(end, e), then the latest start, then the smallest id.
effective = sessions.loc[
    sessions["effective"] & sessions["agent"].isin(creditable), ["agent", "buyer", "start", "end"]
]


def winners(event):
    found = orders.loc[orders["buyer"] >= 0, ["order", "buyer", event]].merge(effective, on="buyer")
    found = found[(found["start"] <= found[event]) & (found["end"] >= found[event] - WINDOW)]
    found = found.assign(reach=np.minimum(found["end"], found[event]))
    found = found.sort_values(["order", "reach", "start", "agent"], ascending=[True, False, False, True])
    return found.drop_duplicates("order").set_index("order")["agent"]


orders["agent"] = orders["order"].map(winners("created"))
orders["agent"] = orders["agent"].fillna(orders["order"].map(winners("paid")))
paid_orders = orders[orders["paid"].notna()]
sold = paid_orders[(paid_orders["paid"] // DAY).between(first_day, end_day - 1)]

# Inquiries: what the buyer of a consult paid around its first question.
asked = consults.reset_index()[["chat_day", "agent", "buyer", "first_question"]]
around = asked.merge(
    paid_orders.loc[paid_orders["buyer"] >= 0, ["buyer", "paid", "agent"]],
    on="buyer",
    suffixes=("", "_credited"),
)
since = around["paid"] - around["first_question"]
around = around[since.between(-AFTERSALES, INQUIRY_WINDOW)]
follows = around["paid"] >= around["first_question"]
own = around["agent_credited"] == around["agent"]
other = around["agent_credited"].notna() & ~own
success = asked["chat_day"].isin(around.loc[follows & own, "chat_day"])
excused = asked["chat_day"].isin(around.loc[(follows & other) | ~follows, "chat_day"])

figures = pd.DataFrame(
    {
        "consults": consults.groupby("agent").size(),
        "replied": replied.groupby("agent").size(),
        "receptions": consults[consults["from_agent"] > 0].groupby("agent").size(),
        "effective_receptions": days[days["effective"]].groupby("agent").size(),
        "response_seconds": counted.groupby("agent")["gap"].sum(),
        "responses": counted.groupby("agent").size(),
        "first_response_seconds": firsts.groupby("agent")["gap"].sum(),
        "first_responses": firsts.groupby("agent").size(),
        "paid_orders": sold.groupby("agent").size(),
        "sales_fen": sold.groupby("agent")["fen"].sum(),
        "inquiries": asked[success | ~excused].groupby("agent").size(),
        "inquiry_paid": asked[success].groupby("agent").size(),
    },
    index=roster.index,
)
figures = figures.fillna(0).astype("int64")
figures.insert(0, "agent", roster["工号"])
figures.to_csv(sys.stdout, index=False)
