-- The grammar of cells, for files of any size. cells.ts says the same for files that people edit; a test
-- holds the two against each other. A macro gives NULL for what is missing or cannot be read.

CREATE MACRO outer_trim(x) AS
  trim(x, ' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(12288) || chr(65279));

-- Without what spreadsheets wrap around a cell: outer space, ="…", a leading '.
CREATE MACRO unwrap_trimmed(x) AS
  CASE
    WHEN x[1] NOT IN ('=', '''') THEN x
    WHEN length(x) >= 3 AND starts_with(x, '="') AND ends_with(x, '"')
      THEN outer_trim(substr(x, 3, length(x) - 3))
    WHEN starts_with(x, '''') THEN outer_trim(substr(x, 2))
    ELSE x
  END;

CREATE MACRO unless_missing(x) AS
  CASE WHEN lower(x) IN {missing_tokens} THEN NULL ELSE x END;

-- A cell, unwrapped; NULL when it says that there is no value.
CREATE MACRO cell(x) AS unless_missing(unwrap_trimmed(outer_trim(x)));

-- A nick or an account: colons in ASCII.
CREATE MACRO account(x) AS replace(cell(x), '：', ':');

CREATE MACRO narrow(x) AS
  translate(x, '０１２３４５６７８９．，－＋％（）：／￥−', '0123456789.,-+%():/¥-');

-- Digits that a DECIMAL(18, 4) holds exactly.
CREATE MACRO exact_decimal(digits) AS
  CASE
    WHEN regexp_full_match(digits, '0*\d{0,14}(\.\d{0,4}0*)?') THEN TRY_CAST(digits AS DECIMAL(18, 4))
  END;

CREATE MACRO narrow_number(x) AS
  CASE
    WHEN regexp_full_match(x, '([-+]? ?¥? ?|¥ ?[-+] ?)((\d+|\d{1,3}(,\d{3})+)(\.\d*)?|\.\d+) ?元?') THEN
      CASE
        WHEN contains(x, '-') THEN -exact_decimal(regexp_replace(x, '[^0-9.]', '', 'g'))
        ELSE exact_decimal(regexp_replace(x, '[^0-9.]', '', 'g'))
      END
    WHEN regexp_full_match(x, '\( ?¥? ?((\d+|\d{1,3}(,\d{3})+)(\.\d*)?|\.\d+) ?元? ?\)')
      THEN -exact_decimal(regexp_replace(x, '[^0-9.]', '', 'g'))
  END;

-- An amount or a count.
CREATE MACRO number_of(x) AS narrow_number(narrow(cell(x)));

-- A duration in seconds: 150, 2分30秒, 0:02:30, 2:30.
CREATE MACRO spoken_seconds(p) AS
  TRY_CAST(coalesce(nullif(p.h, ''), '0') AS DECIMAL(18, 4)) * 3600
  + TRY_CAST(coalesce(nullif(p.m, ''), '0') AS DECIMAL(18, 4)) * 60
  + TRY_CAST(coalesce(nullif(p.s, ''), '0') AS DECIMAL(18, 4));

CREATE MACRO narrow_duration(x) AS
  CASE
    WHEN x = '' THEN NULL
    WHEN narrow_number(x) IS NOT NULL THEN CASE WHEN narrow_number(x) >= 0 THEN narrow_number(x) END
    WHEN regexp_full_match(x, '(\d+(小时|时|h))?(\d+(分钟|分|m))?(\d+(\.\d+)?(秒钟|秒|s))?')
      THEN spoken_seconds(regexp_extract(
        x, '^(?:(\d+)(?:小时|时|h))?(?:(\d+)(?:分钟|分|m))?(?:(\d+(?:\.\d+)?)(?:秒钟|秒|s))?$', ['h', 'm', 's']))
    WHEN regexp_full_match(x, '(\d+:)?\d{1,2}:\d{2}(\.\d+)?')
      THEN spoken_seconds(regexp_extract(x, '^(?:(\d+):)?(\d{1,2}):(\d{2}(?:\.\d+)?)$', ['h', 'm', 's']))
  END;

CREATE MACRO duration_of(x) AS narrow_duration(replace(narrow(cell(x)), ' ', ''));

-- Seconds since 1970-01-01 00:00 of the wall clock.
CREATE MACRO seconds_of(moment) AS CAST(epoch_ms(moment) // 1000 AS BIGINT);

-- The ways in which a time is nearly always written.
CREATE MACRO usual_time(x) AS
  try_strptime(x, ['%Y-%m-%d %H:%M:%S', '%Y/%m/%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y/%m/%d %H:%M']);

-- How far a wall clock in Shanghai is ahead of an offset such as Z, +05:30 or -0800.
CREATE MACRO shanghai_ahead(z) AS
  CASE z
    WHEN '' THEN 0
    WHEN 'Z' THEN 28800
    ELSE 28800 - (CASE WHEN z[1] = '-' THEN -1 ELSE 1 END)
      * (CAST(substr(z, 2, 2) AS INTEGER) * 3600 + CAST(right(z, 2) AS INTEGER) * 60)
  END;

CREATE MACRO time_from_parts(p) AS
  seconds_of(try_strptime(
    p.y || '-' || p.m || '-' || p.d || ' ' || p.h || ':' || p.i || ':' || coalesce(nullif(p.s, ''), '0'),
    '%Y-%m-%d %H:%M:%S'
  )) + shanghai_ahead(p.z);

CREATE MACRO time_by_pattern(x) AS
  CASE
    WHEN regexp_full_match(x, '20\d\d([-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)[ T]+\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)? *(Z|[-+]\d{2}:?\d{2})?')
      THEN time_from_parts(regexp_extract(
        x,
        '^(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)? *(Z|[-+]\d{2}:?\d{2})?$',
        ['y', 'm', 'd', 'h', 'i', 's', 'z']))
  END;

CREATE MACRO text_time(x) AS
  CASE
    WHEN usual_time(x) BETWEEN TIMESTAMP '2000-01-01 00:00:00' AND TIMESTAMP '2099-12-31 23:59:59'
      THEN seconds_of(usual_time(x))
    ELSE time_by_pattern(narrow(x))
  END;

-- A moment, in seconds since 1970-01-01 00:00 of the shop's wall clock; an offset is converted.
CREATE MACRO time_of(x) AS text_time(cell(x));

-- An id that a spreadsheet has turned into a number.
CREATE MACRO is_damaged_id(x) AS regexp_full_match(x, '\d+(\.\d+)?[eE]\+\d+');
