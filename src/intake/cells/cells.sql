-- The grammar of cells, for files of any size. Its patterns are those of cells.ts, which reads the files that
-- people edit; a test holds the two against each other. A macro gives NULL for what is missing or cannot be read.
--
-- A macro is copied to wherever it is used, its argument to every place where that stands: a macro that
-- is used inside another one names its argument once or twice, or is given a column.

-- Without what spreadsheets wrap around a cell: outer space, ="…", a leading '.
CREATE MACRO unwrapped(x) AS
  regexp_replace(
    x,
    '(?s)^[{space}]*(?:="[{space}]*(.*?)[{space}]*"|''[{space}]*(.*?)|(.*?))[{space}]*$',
    '\1\2\3'
  );

-- A text as it stands; only what a spreadsheet wraps around it, ="…" or a leading ', is no part of it.
CREATE MACRO written_text(x) AS
  CASE WHEN regexp_matches(x, '^[{space}]*[='']') THEN nullif(unwrapped(x), '') ELSE x END;

-- A cell, unwrapped; NULL when it says that there is no value.
CREATE MACRO cell(x) AS
  nullif(regexp_replace(unwrapped(x), {no_value}, ''), '');

-- A nick or an account: colons in ASCII.
CREATE MACRO account(x) AS replace(cell(x), '：', ':');

-- True for a cell that `cell` or `account` may change: few are, and looking is cheaper than rewriting.
CREATE MACRO may_be_wrapped(x) AS
  regexp_matches(x, '^[{space}=''{missing_begins}-]|[{space}]$|：|^$|^{no_moment_begins}');

-- As `cell` and `account`, for files of any size.
CREATE MACRO plain_cell(x) AS
  CASE
    WHEN NOT may_be_wrapped(x) THEN x
    WHEN regexp_full_match(x, '="\d+"') THEN substr(x, 3, strlen(x) - 3)
    ELSE cell(x)
  END;
CREATE MACRO plain_account(x) AS CASE WHEN may_be_wrapped(x) THEN account(x) ELSE x END;

-- Full-width digits and signs as ASCII; a text whose bytes are its characters has none.
CREATE MACRO narrow(x) AS
  CASE
    WHEN strlen(x) = length(x) THEN x
    ELSE translate(x, {wide}, {narrow})
  END;

-- Digits that a DECIMAL(18, 4) holds exactly.
CREATE MACRO exact_decimal(digits) AS
  CASE
    WHEN regexp_full_match(digits, {held}) THEN TRY_CAST(digits AS DECIMAL(18, 4))
  END;

-- An amount or a count; `x` is a column that is narrow.
CREATE MACRO narrow_number(x) AS
  CASE
    -- The way in which nearly every amount is written.
    WHEN regexp_full_match(x, '\d{1,14}(\.\d{1,4})?') THEN CAST(x AS DECIMAL(18, 4))
    WHEN regexp_full_match(x, {money})
      THEN exact_decimal(regexp_replace(x, '[^0-9.]', '', 'g')) * CASE WHEN contains(x, '-') THEN -1 ELSE 1 END
    WHEN regexp_full_match(x, {bracketed})
      THEN -exact_decimal(regexp_replace(x, '[^0-9.]', '', 'g'))
  END;

-- Hours, minutes and seconds, each '' where there is none.
CREATE MACRO clock_seconds(p) AS
  CAST('0' || p.h AS DECIMAL(18, 4)) * 3600 + CAST('0' || p.m AS DECIMAL(18, 4)) * 60
  + CAST('0' || p.s AS DECIMAL(18, 4));

-- A duration in seconds, `150`, `2分30秒`, `0:02:30`, `2:30`; `x` is a column that is narrow and without
-- spaces.
CREATE MACRO narrow_duration(x) AS
  CASE
    WHEN narrow_number(x) IS NOT NULL THEN CASE WHEN narrow_number(x) >= 0 THEN narrow_number(x) END
    WHEN x <> '' AND regexp_full_match(x, {spoken})
      THEN clock_seconds(regexp_extract(x, {spoken}, ['h', 'm', 's']))
    WHEN regexp_full_match(x, {clock}) THEN clock_seconds(regexp_extract(x, {clock}, ['h', 'm', 's']))
  END;

-- Seconds since 1970-01-01 00:00 of the wall clock.
CREATE MACRO seconds_of(moment) AS date_diff('second', TIMESTAMP '1970-01-01 00:00:00', moment);

-- A time by the engine's own cast, which is quick but also takes 24:00, an offset, and seconds that are
-- written `0.`.
CREATE MACRO cast_time(x) AS TRY_CAST(x AS TIMESTAMP);

-- The ways in which a time is nearly always written: no cell needs to be unwrapped for them. `x` is a raw
-- column and `quick` its cast_time, which holds when it is written back as it was.
CREATE MACRO usual_time(x, quick) AS
  CASE
    WHEN CAST(quick AS VARCHAR) = x THEN quick
    ELSE try_strptime(x, ['%Y-%m-%d %H:%M:%S', '%Y/%m/%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y/%m/%d %H:%M'])
  END;

-- True for a year that is written in full.
CREATE MACRO is_this_century(moment) AS
  moment BETWEEN TIMESTAMP '2000-01-01 00:00:00' AND TIMESTAMP '2099-12-31 23:59:59';

-- How far a wall clock in Shanghai is ahead of an offset such as Z, +05:30 or -0800.
CREATE MACRO shanghai_ahead(z) AS
  CASE z
    WHEN '' THEN 0
    WHEN 'Z' THEN 28800
    ELSE 28800 - (CASE WHEN starts_with(z, '-') THEN -1 ELSE 1 END)
      * (CAST(substr(z, 2, 2) AS INTEGER) * 3600 + CAST(right(z, 2) AS INTEGER) * 60)
  END;

CREATE MACRO time_from_parts(p) AS
  seconds_of(try_strptime(
    concat(p.y, '-', p.m1, p.m2, '-', p.d1, p.d2, ' ', p.h, ':', p.i, ':', CASE p.s WHEN '' THEN '0' ELSE p.s END),
    '%Y-%m-%d %H:%M:%S'
  )) + shanghai_ahead(p.z);

CREATE MACRO noon_from_parts(p) AS
  seconds_of(try_strptime(concat(p.y, '-', p.m1, p.m2, '-', p.d1, p.d2), '%Y-%m-%d')) + 43200;

-- A day without a time is no moment; nor is one of the century before.
CREATE MACRO time_by_pattern(x) AS
  CASE
    WHEN starts_with(x, '20') AND contains(x, ':') AND regexp_full_match(x, {time})
      THEN time_from_parts(regexp_extract(x, {time}, ['y', 'm1', 'd1', 'm2', 'd2', 'h', 'i', 's', 'z']))
  END;

-- A moment, in seconds since 1970-01-01 00:00 of the shop's wall clock; an offset is converted. `x` is a
-- raw column and `usual` its usual_time.
CREATE MACRO time_of(x, usual) AS
  CASE
    WHEN is_this_century(usual) THEN seconds_of(usual)
    -- What is applied to a list is not copied: a time in another way of writing is unwrapped once.
    ELSE list_transform([narrow(cell(x))], each -> time_by_pattern(each))[1]
  END;

-- A day without a time, as noon: on whatever hour days begin, noon is of the same day.
CREATE MACRO noon_of_day(x) AS
  CASE
    WHEN starts_with(x, '20') AND NOT contains(x, ':') AND regexp_full_match(x, {time})
      THEN noon_from_parts(regexp_extract(x, {time}, ['y', 'm1', 'd1', 'm2', 'd2', 'h', 'i', 's', 'z']))
  END;

-- A moment, or the noon of a day that has none; otherwise as time_of.
CREATE MACRO time_or_noon_of(x, usual) AS
  coalesce(time_of(x, usual), list_transform([narrow(cell(x))], each -> noon_of_day(each))[1]);

-- An id that a spreadsheet has turned into a number.
CREATE MACRO is_damaged_id(x) AS regexp_full_match(x, {damaged_id});
