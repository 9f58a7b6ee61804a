WITH cells AS (SELECT
  "row" AS row_number,
  "respondent" AS who,
  COALESCE("praise", '') AS cell_0,
  COALESCE("complaint", '') AS cell_1,
  COALESCE("word-of-mouth", '') AS cell_2,
  COALESCE("spending", '') AS cell_3,
  COALESCE("watched-figure", '') AS cell_4,
  COALESCE("best-employee", '') AS cell_5,
  COALESCE("finding-level", '') AS cell_6,
  COALESCE("buying-level", '') AS cell_7,
  COALESCE("returning-level", '') AS cell_8,
  COALESCE("greeting-level", '') AS cell_9,
  COALESCE("price-standing", '') AS cell_10,
  COALESCE("place-standing", '') AS cell_11,
  COALESCE("range-standing", '') AS cell_12,
  COALESCE("channel-position", '') AS cell_13
  FROM respondents AS source),
read_0 AS (SELECT
  row_number, who, cell_0, cell_1, cell_2, cell_3, cell_4, cell_5, cell_6, cell_7, cell_8, cell_9, cell_10, cell_11, cell_12, cell_13,
  CAST(CASE WHEN cell_0 IN ('not-applicable') THEN 0 WHEN cell_0 IN ('', 'dont-know') THEN 1 WHEN cell_0 IN ('prices') THEN 4 WHEN cell_0 IN ('distance') THEN 16 WHEN cell_0 IN ('novelties') THEN 64 WHEN cell_0 IN ('prices+distance', 'distance+prices') THEN 256 WHEN cell_0 IN ('prices+novelties', 'novelties+prices') THEN 1024 WHEN cell_0 IN ('distance+novelties', 'novelties+distance') THEN 4096 ELSE -4503599627370496 END + CASE WHEN cell_1 IN ('not-applicable') THEN 0 WHEN cell_1 IN ('', 'dont-know') THEN 1 WHEN cell_1 IN ('moved-away') THEN 16 WHEN cell_1 IN ('same-goods') THEN 64 WHEN cell_1 IN ('dearer') THEN 4 WHEN cell_1 IN ('moved-away+same-goods', 'same-goods+moved-away') THEN 4096 WHEN cell_1 IN ('moved-away+dearer', 'dearer+moved-away') THEN 256 WHEN cell_1 IN ('same-goods+dearer', 'dearer+same-goods') THEN 1024 ELSE -4503599627370496 END + CASE WHEN cell_2 IN ('not-applicable') THEN 0 WHEN cell_2 IN ('', 'dont-know') THEN 1 WHEN cell_2 IN ('first-seen') THEN 64 WHEN cell_2 IN ('saved') THEN 4 WHEN cell_2 IN ('minutes') THEN 16 WHEN cell_2 IN ('first-seen+saved', 'saved+first-seen') THEN 1024 WHEN cell_2 IN ('first-seen+minutes', 'minutes+first-seen') THEN 4096 WHEN cell_2 IN ('saved+minutes', 'minutes+saved') THEN 256 ELSE -4503599627370496 END AS BIGINT) AS lens_0_0,
  CAST(CASE WHEN cell_3 IN ('not-applicable') THEN 0 WHEN cell_3 IN ('', 'dont-know') THEN 1 WHEN cell_3 IN ('new-lines') THEN 4 WHEN cell_3 IN ('cheaper-buying') THEN 16 WHEN cell_3 IN ('more-shops') THEN 64 WHEN cell_3 IN ('new-lines+cheaper-buying', 'cheaper-buying+new-lines') THEN 256 WHEN cell_3 IN ('new-lines+more-shops', 'more-shops+new-lines') THEN 1024 WHEN cell_3 IN ('cheaper-buying+more-shops', 'more-shops+cheaper-buying') THEN 4096 ELSE -4503599627370496 END + CASE WHEN cell_4 IN ('not-applicable') THEN 0 WHEN cell_4 IN ('', 'dont-know') THEN 1 WHEN cell_4 IN ('walking-time') THEN 64 WHEN cell_4 IN ('unit-cost') THEN 16 WHEN cell_4 IN ('new-share') THEN 4 WHEN cell_4 IN ('walking-time+unit-cost', 'unit-cost+walking-time') THEN 4096 WHEN cell_4 IN ('walking-time+new-share', 'new-share+walking-time') THEN 1024 WHEN cell_4 IN ('unit-cost+new-share', 'new-share+unit-cost') THEN 256 ELSE -4503599627370496 END + CASE WHEN cell_5 IN ('not-applicable') THEN 0 WHEN cell_5 IN ('', 'dont-know') THEN 1 WHEN cell_5 IN ('haggler') THEN 16 WHEN cell_5 IN ('scout') THEN 4 WHEN cell_5 IN ('neighbour') THEN 64 WHEN cell_5 IN ('haggler+scout', 'scout+haggler') THEN 256 WHEN cell_5 IN ('haggler+neighbour', 'neighbour+haggler') THEN 4096 WHEN cell_5 IN ('scout+neighbour', 'neighbour+scout') THEN 1024 ELSE -4503599627370496 END AS BIGINT) AS lens_1_0,
  CAST(CASE WHEN cell_6 IN ('', 'dont-know') THEN 12 WHEN cell_6 IN ('not-applicable') THEN 0 WHEN cell_6 IN ('0') THEN 18 WHEN cell_6 IN ('1') THEN 19 WHEN cell_6 IN ('2') THEN 20 WHEN cell_6 IN ('3') THEN 21 WHEN cell_6 IN ('4') THEN 22 ELSE -4503599627370496 END AS BIGINT) AS step_0,
  CAST(CASE WHEN cell_7 IN ('', 'dont-know') THEN 12 WHEN cell_7 IN ('not-applicable') THEN 0 WHEN cell_7 IN ('0') THEN 18 WHEN cell_7 IN ('1') THEN 19 WHEN cell_7 IN ('2') THEN 20 WHEN cell_7 IN ('3') THEN 21 WHEN cell_7 IN ('4') THEN 22 ELSE -4503599627370496 END AS BIGINT) AS step_1,
  CAST(CASE WHEN cell_8 IN ('', 'dont-know') THEN 12 WHEN cell_8 IN ('not-applicable') THEN 0 WHEN cell_8 IN ('0') THEN 18 WHEN cell_8 IN ('1') THEN 19 WHEN cell_8 IN ('2') THEN 20 WHEN cell_8 IN ('3') THEN 21 WHEN cell_8 IN ('4') THEN 22 ELSE -4503599627370496 END AS BIGINT) AS step_2,
  CAST(CASE WHEN cell_13 IN ('', 'dont-know') THEN 12 WHEN cell_13 IN ('not-applicable') THEN 0 WHEN cell_13 IN ('1') THEN 19 WHEN cell_13 IN ('2') THEN 20 WHEN cell_13 IN ('3') THEN 21 WHEN cell_13 IN ('4') THEN 22 WHEN cell_13 IN ('5') THEN 23 ELSE -4503599627370496 END AS BIGINT) AS tension_0
  FROM cells),
read_1 AS (SELECT
  row_number, who, cell_0, cell_1, cell_2, cell_3, cell_4, cell_5, cell_6, cell_7, cell_8, cell_9, cell_10, cell_11, cell_12, cell_13, lens_0_0, lens_1_0, step_0, step_1, step_2, tension_0,
  CAST(CASE WHEN cell_9 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN 0 ELSE -4503599627370496 END + CASE WHEN cell_10 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN 0 ELSE -4503599627370496 END + CASE WHEN cell_11 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN 0 ELSE -4503599627370496 END + CASE WHEN cell_12 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN 0 ELSE -4503599627370496 END AS BIGINT) AS rest_0
  FROM read_0),
checked AS (SELECT
  row_number, who, cell_0, cell_1, cell_2, cell_3, cell_4, cell_5, cell_6, cell_7, cell_8, cell_9, cell_10, cell_11, cell_12, cell_13, lens_0_0, lens_1_0, step_0, step_1, step_2, tension_0,
  CASE WHEN LEAST(lens_0_0, lens_1_0, step_0, step_1, step_2, tension_0, rest_0) < 0 THEN 1 ELSE 0 END AS misread
  FROM read_1),
telling_0 AS (SELECT
  row_number, who, lens_0_0, lens_1_0, step_0, step_1, step_2, tension_0, misread,
  CASE WHEN misread = 1 THEN CONCAT('', CASE WHEN cell_0 IN ('not-applicable', '', 'dont-know', 'prices', 'distance', 'novelties', 'prices+distance', 'distance+prices', 'prices+novelties', 'novelties+prices', 'distance+novelties', 'novelties+distance') THEN '' ELSE ' praise:unknown-answer' END, CASE WHEN cell_1 IN ('not-applicable', '', 'dont-know', 'moved-away', 'same-goods', 'dearer', 'moved-away+same-goods', 'same-goods+moved-away', 'moved-away+dearer', 'dearer+moved-away', 'same-goods+dearer', 'dearer+same-goods') THEN '' ELSE ' complaint:unknown-answer' END, CASE WHEN cell_2 IN ('not-applicable', '', 'dont-know', 'first-seen', 'saved', 'minutes', 'first-seen+saved', 'saved+first-seen', 'first-seen+minutes', 'minutes+first-seen', 'saved+minutes', 'minutes+saved') THEN '' ELSE ' word-of-mouth:unknown-answer' END, CASE WHEN cell_3 IN ('not-applicable', '', 'dont-know', 'new-lines', 'cheaper-buying', 'more-shops', 'new-lines+cheaper-buying', 'cheaper-buying+new-lines', 'new-lines+more-shops', 'more-shops+new-lines', 'cheaper-buying+more-shops', 'more-shops+cheaper-buying') THEN '' ELSE ' spending:unknown-answer' END, CASE WHEN cell_4 IN ('not-applicable', '', 'dont-know', 'walking-time', 'unit-cost', 'new-share', 'walking-time+unit-cost', 'unit-cost+walking-time', 'walking-time+new-share', 'new-share+walking-time', 'unit-cost+new-share', 'new-share+unit-cost') THEN '' ELSE ' watched-figure:unknown-answer' END, CASE WHEN cell_5 IN ('not-applicable', '', 'dont-know', 'haggler', 'scout', 'neighbour', 'haggler+scout', 'scout+haggler', 'haggler+neighbour', 'neighbour+haggler', 'scout+neighbour', 'neighbour+scout') THEN '' ELSE ' best-employee:unknown-answer' END, CASE WHEN cell_6 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN '' ELSE ' finding-level:unknown-answer' END, CASE WHEN cell_7 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN '' ELSE ' buying-level:unknown-answer' END, CASE WHEN cell_8 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN '' ELSE ' returning-level:unknown-answer' END, CASE WHEN cell_9 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN '' ELSE ' greeting-level:unknown-answer' END, CASE WHEN cell_10 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN '' ELSE ' price-standing:unknown-answer' END, CASE WHEN cell_11 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN '' ELSE ' place-standing:unknown-answer' END, CASE WHEN cell_12 IN ('', 'dont-know', 'not-applicable', '0', '1', '2', '3', '4') THEN '' ELSE ' range-standing:unknown-answer' END, CASE WHEN cell_13 IN ('', 'dont-know', 'not-applicable', '1', '2', '3', '4', '5') THEN '' ELSE ' channel-position:unknown-answer' END) ELSE '' END AS told_0
  FROM checked),
understood AS (SELECT
  row_number, who, lens_0_0, lens_1_0, step_0, step_1, step_2, tension_0, misread,
  NULLIF(SUBSTR(told_0, 2), '') AS problems
  FROM telling_0),
counted AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems,
  MOD(lens_0_0, 4) AS count_0_0,
  MOD((lens_0_0 / 4), 4) AS count_0_1,
  MOD((lens_0_0 / 16), 4) AS count_0_2,
  MOD((lens_0_0 / 64), 4) AS count_0_3,
  MOD((lens_0_0 / 256), 4) AS count_0_4,
  MOD((lens_0_0 / 1024), 4) AS count_0_5,
  MOD((lens_0_0 / 4096), 4) AS count_0_6,
  MOD(lens_1_0, 4) AS count_1_0,
  MOD((lens_1_0 / 4), 4) AS count_1_1,
  MOD((lens_1_0 / 16), 4) AS count_1_2,
  MOD((lens_1_0 / 64), 4) AS count_1_3,
  MOD((lens_1_0 / 256), 4) AS count_1_4,
  MOD((lens_1_0 / 1024), 4) AS count_1_5,
  MOD((lens_1_0 / 4096), 4) AS count_1_6
  FROM understood),
weighed AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, count_0_0, count_0_1, count_0_2, count_0_3, count_0_4, count_0_5, count_0_6, count_1_0, count_1_1, count_1_2, count_1_3, count_1_4, count_1_5, count_1_6,
  count_0_0 + count_0_1 + count_0_2 + count_0_3 + count_0_4 + count_0_5 + count_0_6 AS best_0,
  count_1_0 + count_1_1 + count_1_2 + count_1_3 + count_1_4 + count_1_5 + count_1_6 AS best_1,
  count_0_1 + count_0_2 + count_0_3 + count_0_4 + count_0_5 + count_0_6 + count_1_1 + count_1_2 + count_1_3 + count_1_4 + count_1_5 + count_1_6 AS answered,
  count_0_0 + count_0_1 + count_0_2 + count_0_3 + count_0_4 + count_0_5 + count_0_6 + count_1_0 + count_1_1 + count_1_2 + count_1_3 + count_1_4 + count_1_5 + count_1_6 AS applicable
  FROM counted),
shared AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, count_0_0, count_0_1, count_0_2, count_0_3, count_0_4, count_0_5, count_0_6, count_1_0, count_1_1, count_1_2, count_1_3, count_1_4, count_1_5, count_1_6, best_0, best_1, answered, applicable,
  CAST(3 * GREATEST(CASE WHEN best_0 = 0 THEN 1 WHEN 2 * (best_0 / 2) = best_0 THEN 2 ELSE 1 END, CASE WHEN best_1 = 0 THEN 1 WHEN 2 * (best_1 / 2) = best_1 THEN 2 ELSE 1 END) * GREATEST(CASE WHEN best_0 = 0 THEN 1 WHEN 3 * (best_0 / 3) = best_0 THEN 3 ELSE 1 END, CASE WHEN best_1 = 0 THEN 1 WHEN 3 * (best_1 / 3) = best_1 THEN 3 ELSE 1 END) AS BIGINT) AS common,
  6 AS shares
  FROM weighed),
scaled AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, count_0_0, count_0_1, count_0_2, count_0_3, count_0_4, count_0_5, count_0_6, count_1_0, count_1_1, count_1_2, count_1_3, count_1_4, count_1_5, count_1_6, answered, applicable, shares,
  (common / (3 * GREATEST(best_0, 1))) AS times_0,
  (common / (3 * GREATEST(best_1, 1))) AS times_1,
  common * shares * (CASE WHEN best_0 > 0 THEN 1 ELSE 0 END + CASE WHEN best_1 > 0 THEN 1 ELSE 0 END) AS per_100
  FROM shared),
pointed AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, count_0_0, count_0_1, count_0_2, count_0_3, count_0_4, count_0_5, count_0_6, count_1_0, count_1_1, count_1_2, count_1_3, count_1_4, count_1_5, count_1_6, answered, applicable, shares, times_0, times_1, per_100,
  times_0 * (6 * count_0_0 + 18 * count_0_1 + 9 * count_0_4 + 9 * count_0_5) + times_1 * (6 * count_1_0 + 18 * count_1_2 + 9 * count_1_4 + 9 * count_1_6) AS points_0,
  times_0 * (6 * count_0_0 + 18 * count_0_2 + 9 * count_0_4 + 9 * count_0_6) + times_1 * (6 * count_1_0 + 18 * count_1_3 + 9 * count_1_5 + 9 * count_1_6) AS points_1,
  times_0 * (6 * count_0_0 + 18 * count_0_3 + 9 * count_0_5 + 9 * count_0_6) + times_1 * (6 * count_1_0 + 18 * count_1_1 + 9 * count_1_4 + 9 * count_1_5) AS points_2
  FROM scaled),
led AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, count_0_0, count_0_1, count_0_2, count_0_3, count_0_4, count_0_5, count_0_6, count_1_0, count_1_1, count_1_2, count_1_3, count_1_4, count_1_5, count_1_6, answered, applicable, shares, times_0, times_1, per_100, points_0, points_1, points_2,
  CASE WHEN points_0 >= points_1 AND points_0 >= points_2 THEN 0 WHEN points_1 >= points_0 AND points_1 >= points_2 THEN 1 ELSE 2 END AS leader,
  GREATEST(points_0, points_1, points_2) AS most_points
  FROM pointed),
rivalled AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, count_0_0, count_0_1, count_0_2, count_0_3, count_0_4, count_0_5, count_0_6, count_1_0, count_1_1, count_1_2, count_1_3, count_1_4, count_1_5, count_1_6, answered, applicable, shares, per_100, points_0, points_1, points_2, leader, most_points,
  most_points - CASE WHEN leader > 0 THEN points_0 ELSE points_1 END AS margin_0,
  most_points - CASE WHEN leader > 1 THEN points_1 ELSE points_2 END AS margin_1,
  9 * times_0 AS width_0,
  18 * times_0 AS width_1,
  27 * times_0 AS width_2,
  36 * times_0 AS width_3,
  9 * times_1 AS width_4,
  18 * times_1 AS width_5,
  27 * times_1 AS width_6,
  36 * times_1 AS width_7
  FROM led),
swung AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, leader, most_points, margin_0, margin_1, width_0, width_1, width_2, width_3, width_4, width_5, width_6, width_7,
  CASE WHEN leader = 0 THEN 1025 * count_0_6 WHEN leader = 1 THEN 1025 * count_0_5 ELSE 1025 * count_0_4 END AS swings_0_0,
  CASE WHEN leader = 0 THEN 1025 * count_0_0 + 1024 * count_0_2 + count_0_3 + count_0_4 + 1024 * count_0_5 WHEN leader = 1 THEN 1025 * count_0_0 + 1024 * count_0_1 + count_0_3 + count_0_4 + 1024 * count_0_6 ELSE 1025 * count_0_0 + 1024 * count_0_1 + count_0_2 + count_0_5 + 1024 * count_0_6 END AS swings_1_0,
  CASE WHEN leader = 0 THEN 1024 * count_0_4 + count_0_5 WHEN leader = 1 THEN 1024 * count_0_4 + count_0_6 ELSE 1024 * count_0_5 + count_0_6 END AS swings_2_0,
  CASE WHEN leader = 0 THEN 1025 * count_0_1 WHEN leader = 1 THEN 1025 * count_0_2 ELSE 1025 * count_0_3 END AS swings_3_0,
  CASE WHEN leader = 0 THEN 1025 * count_1_5 WHEN leader = 1 THEN 1025 * count_1_4 ELSE 1025 * count_1_6 END AS swings_4_0,
  CASE WHEN leader = 0 THEN 1025 * count_1_0 + count_1_1 + 1024 * count_1_3 + 1024 * count_1_4 + count_1_6 WHEN leader = 1 THEN 1025 * count_1_0 + count_1_1 + 1024 * count_1_2 + 1024 * count_1_5 + count_1_6 ELSE 1025 * count_1_0 + 1024 * count_1_2 + count_1_3 + count_1_4 + 1024 * count_1_5 END AS swings_5_0,
  CASE WHEN leader = 0 THEN count_1_4 + 1024 * count_1_6 WHEN leader = 1 THEN count_1_5 + 1024 * count_1_6 ELSE 1024 * count_1_4 + count_1_5 END AS swings_6_0,
  CASE WHEN leader = 0 THEN 1025 * count_1_2 WHEN leader = 1 THEN 1025 * count_1_3 ELSE 1025 * count_1_1 END AS swings_7_0,
  width_1 * (1025 * count_0_0) + width_5 * (1025 * count_1_0) AS unknown_0
  FROM rivalled),
gained AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, leader, most_points, margin_0, margin_1, width_0, width_1, width_2, width_3, width_4, width_5, width_6, width_7, unknown_0,
  CAST(swings_1_0 * (width_1 - width_0) + swings_2_0 * (width_2 - width_0) + swings_3_0 * (width_3 - width_0) + swings_4_0 * GREATEST(width_4 - width_0, 0) + swings_5_0 * GREATEST(width_5 - width_0, 0) + swings_6_0 * GREATEST(width_6 - width_0, 0) + swings_7_0 * GREATEST(width_7 - width_0, 0) AS BIGINT) AS gain_0_0,
  CAST(swings_2_0 * (width_2 - width_1) + swings_3_0 * (width_3 - width_1) + swings_4_0 * GREATEST(width_4 - width_1, 0) + swings_5_0 * GREATEST(width_5 - width_1, 0) + swings_6_0 * GREATEST(width_6 - width_1, 0) + swings_7_0 * GREATEST(width_7 - width_1, 0) AS BIGINT) AS gain_1_0,
  CAST(swings_3_0 * (width_3 - width_2) + swings_4_0 * GREATEST(width_4 - width_2, 0) + swings_5_0 * GREATEST(width_5 - width_2, 0) + swings_6_0 * GREATEST(width_6 - width_2, 0) + swings_7_0 * GREATEST(width_7 - width_2, 0) AS BIGINT) AS gain_2_0,
  CAST(swings_4_0 * GREATEST(width_4 - width_3, 0) + swings_5_0 * GREATEST(width_5 - width_3, 0) + swings_6_0 * GREATEST(width_6 - width_3, 0) + swings_7_0 * GREATEST(width_7 - width_3, 0) AS BIGINT) AS gain_3_0,
  CAST(swings_0_0 * GREATEST(width_0 - width_4, 0) + swings_1_0 * GREATEST(width_1 - width_4, 0) + swings_2_0 * GREATEST(width_2 - width_4, 0) + swings_3_0 * GREATEST(width_3 - width_4, 0) + swings_5_0 * (width_5 - width_4) + swings_6_0 * (width_6 - width_4) + swings_7_0 * (width_7 - width_4) AS BIGINT) AS gain_4_0,
  CAST(swings_0_0 * GREATEST(width_0 - width_5, 0) + swings_1_0 * GREATEST(width_1 - width_5, 0) + swings_2_0 * GREATEST(width_2 - width_5, 0) + swings_3_0 * GREATEST(width_3 - width_5, 0) + swings_6_0 * (width_6 - width_5) + swings_7_0 * (width_7 - width_5) AS BIGINT) AS gain_5_0,
  CAST(swings_0_0 * GREATEST(width_0 - width_6, 0) + swings_1_0 * GREATEST(width_1 - width_6, 0) + swings_2_0 * GREATEST(width_2 - width_6, 0) + swings_3_0 * GREATEST(width_3 - width_6, 0) + swings_7_0 * (width_7 - width_6) AS BIGINT) AS gain_6_0,
  CAST(swings_0_0 * GREATEST(width_0 - width_7, 0) + swings_1_0 * GREATEST(width_1 - width_7, 0) + swings_2_0 * GREATEST(width_2 - width_7, 0) + swings_3_0 * GREATEST(width_3 - width_7, 0) AS BIGINT) AS gain_7_0,
  CAST(swings_0_0 * width_0 + swings_1_0 * width_1 + swings_2_0 * width_2 + swings_3_0 * width_3 + swings_4_0 * width_4 + swings_5_0 * width_5 + swings_6_0 * width_6 + swings_7_0 * width_7 AS BIGINT) AS reach_0
  FROM swung),
flipped AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, leader, most_points, margin_0, margin_1,
  CASE WHEN MOD(reach_0, 1024) < margin_0 THEN 1048576 ELSE GREATEST(0, ((margin_0 - MOD(gain_0_0, 1024) + width_0 - 1) / width_0), ((margin_0 - MOD(gain_1_0, 1024) + width_1 - 1) / width_1), ((margin_0 - MOD(gain_2_0, 1024) + width_2 - 1) / width_2), ((margin_0 - MOD(gain_3_0, 1024) + width_3 - 1) / width_3), ((margin_0 - MOD(gain_4_0, 1024) + width_4 - 1) / width_4), ((margin_0 - MOD(gain_5_0, 1024) + width_5 - 1) / width_5), ((margin_0 - MOD(gain_6_0, 1024) + width_6 - 1) / width_6), ((margin_0 - MOD(gain_7_0, 1024) + width_7 - 1) / width_7)) END AS flips_0,
  CASE WHEN MOD(unknown_0, 1024) >= margin_0 THEN 1 ELSE 0 END AS open_0,
  CASE WHEN MOD((reach_0 / 1024), 1024) < margin_1 THEN 1048576 ELSE GREATEST(0, ((margin_1 - MOD((gain_0_0 / 1024), 1024) + width_0 - 1) / width_0), ((margin_1 - MOD((gain_1_0 / 1024), 1024) + width_1 - 1) / width_1), ((margin_1 - MOD((gain_2_0 / 1024), 1024) + width_2 - 1) / width_2), ((margin_1 - MOD((gain_3_0 / 1024), 1024) + width_3 - 1) / width_3), ((margin_1 - MOD((gain_4_0 / 1024), 1024) + width_4 - 1) / width_4), ((margin_1 - MOD((gain_5_0 / 1024), 1024) + width_5 - 1) / width_5), ((margin_1 - MOD((gain_6_0 / 1024), 1024) + width_6 - 1) / width_6), ((margin_1 - MOD((gain_7_0 / 1024), 1024) + width_7 - 1) / width_7)) END AS flips_1,
  CASE WHEN MOD((unknown_0 / 1024), 1024) >= margin_1 THEN 1 ELSE 0 END AS open_1
  FROM gained),
judged AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, leader, most_points, flips_0, open_0, flips_1, open_1,
  LEAST(flips_0, flips_1) AS flips,
  LEAST(margin_0, margin_1) AS margin,
  open_0 + open_1 AS unsettled,
  CASE WHEN 100 * answered < 360 AND NOT (2 * answered >= 6 AND LEAST(margin_0, margin_1) > 0 AND open_0 + open_1 = 0) THEN 1 ELSE 0 END AS insufficient
  FROM flipped),
ruled AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, leader, most_points, flips_0, open_0, flips_1, open_1, flips, margin, insufficient,
  CASE WHEN insufficient = 1 THEN 0 WHEN flips < 2 THEN 1 WHEN unsettled = 0 AND flips >= 3 THEN 3 ELSE 2 END AS ruling
  FROM judged),
chosen AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, most_points, flips, margin, insufficient, ruling,
  CASE WHEN ruling < 2 THEN 0 WHEN leader = 0 THEN 1 WHEN leader = 1 THEN 2 ELSE 3 END AS winner,
  CASE WHEN leader = 0 THEN 1 WHEN leader > 0 AND ruling < 2 AND (flips_0 < 2 OR insufficient = 1 AND open_0 = 1) THEN 1 ELSE 0 END AS chosen_0,
  CASE WHEN leader = 1 THEN 1 WHEN leader > 1 AND ruling < 2 AND (flips_1 < 2 OR insufficient = 1 AND open_1 = 1) THEN 1 WHEN leader < 1 AND ruling < 2 AND (flips_0 < 2 OR insufficient = 1 AND open_0 = 1) THEN 1 ELSE 0 END AS chosen_1,
  CASE WHEN leader = 2 THEN 1 WHEN leader < 2 AND ruling < 2 AND (flips_1 < 2 OR insufficient = 1 AND open_1 = 1) THEN 1 ELSE 0 END AS chosen_2
  FROM ruled),
ranked AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, most_points, flips, margin, insufficient, ruling, winner, chosen_0, chosen_1, chosen_2,
  CASE WHEN points_1 > points_0 THEN 1 ELSE 0 END + CASE WHEN points_2 > points_0 THEN 1 ELSE 0 END AS rank_0,
  CASE WHEN points_0 >= points_1 THEN 1 ELSE 0 END + CASE WHEN points_2 > points_1 THEN 1 ELSE 0 END AS rank_1,
  CASE WHEN points_0 >= points_2 THEN 1 ELSE 0 END + CASE WHEN points_1 >= points_2 THEN 1 ELSE 0 END AS rank_2
  FROM chosen),
named AS (SELECT
  row_number, who, step_0, step_1, step_2, tension_0, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, chosen_0, chosen_1, chosen_2,
  CASE WHEN rank_0 = 0 AND chosen_0 = 1 THEN 1 WHEN rank_1 = 0 AND chosen_1 = 1 THEN 2 WHEN rank_2 = 0 AND chosen_2 = 1 THEN 3 ELSE 0 END + CASE WHEN rank_0 = 1 AND chosen_0 = 1 THEN 4 WHEN rank_1 = 1 AND chosen_1 = 1 THEN 8 WHEN rank_2 = 1 AND chosen_2 = 1 THEN 12 ELSE 0 END + CASE WHEN rank_0 = 2 AND chosen_0 = 1 THEN 16 WHEN rank_1 = 2 AND chosen_1 = 1 THEN 32 WHEN rank_2 = 2 AND chosen_2 = 1 THEN 48 ELSE 0 END AS places,
  CASE WHEN margin = 0 OR CASE WHEN points_0 = most_points - margin THEN 1 ELSE 0 END + CASE WHEN points_1 = most_points - margin THEN 1 ELSE 0 END + CASE WHEN points_2 = most_points - margin THEN 1 ELSE 0 END > 1 THEN 0 WHEN points_0 = most_points - margin THEN 1 WHEN points_1 = most_points - margin THEN 2 WHEN points_2 = most_points - margin THEN 3 ELSE 0 END AS runner
  FROM ranked),
measured AS (SELECT
  row_number, who, step_0, step_1, step_2, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, chosen_0, chosen_1, chosen_2, places, runner,
  step_0 - 18 AS step_0_sum,
  CASE WHEN step_0 >= 18 THEN 1 ELSE 0 END AS step_0_known,
  step_1 - 18 AS step_1_sum,
  CASE WHEN step_1 >= 18 THEN 1 ELSE 0 END AS step_1_known,
  step_2 - 18 AS step_2_sum,
  CASE WHEN step_2 >= 18 THEN 1 ELSE 0 END AS step_2_known,
  tension_0 - 18 AS tension_0_sum,
  CASE WHEN tension_0 >= 18 THEN 1 ELSE 0 END AS tension_0_known
  FROM named),
levelled AS (SELECT
  row_number, who, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, chosen_0, chosen_1, chosen_2, places, runner,
  CASE WHEN step_0_known = 0 THEN CASE WHEN step_0 >= 12 THEN 21 ELSE 22 END ELSE 5 * step_0_sum END AS level_step_0,
  CASE WHEN step_1_known = 0 THEN CASE WHEN step_1 >= 12 THEN 21 ELSE 22 END ELSE 5 * step_1_sum END AS level_step_1,
  CASE WHEN step_2_known = 0 THEN CASE WHEN step_2 >= 12 THEN 21 ELSE 22 END ELSE 5 * step_2_sum END AS level_step_2,
  CASE WHEN tension_0_known = 0 THEN 0 ELSE (tension_0_sum - 3) END AS share_tension_0
  FROM measured),
shifted AS (SELECT
  row_number, who, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, chosen_0, chosen_1, chosen_2, places, runner, level_step_0, level_step_1, level_step_2,
  CASE WHEN level_step_0 <= 21 THEN 2 * share_tension_0 ELSE -20 END AS shift_0
  FROM levelled),
mattering_0 AS (SELECT
  row_number, who, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, chosen_0, chosen_1, chosen_2, places, runner, level_step_0, level_step_1, level_step_2,
  GREATEST(0, LEAST(20, 8 + shift_0)) AS weight_0_0,
  CASE WHEN level_step_1 <= 21 THEN 18 ELSE 0 END AS weight_0_1,
  CASE WHEN level_step_2 <= 21 THEN 10 ELSE 0 END AS weight_0_2,
  GREATEST(0, LEAST(20, 12 + shift_0)) AS weight_1_0,
  CASE WHEN level_step_1 <= 21 THEN 10 ELSE 0 END AS weight_1_1,
  CASE WHEN level_step_2 <= 21 THEN 18 ELSE 0 END AS weight_1_2,
  GREATEST(0, LEAST(20, 18 + shift_0)) AS weight_2_0,
  CASE WHEN level_step_1 <= 21 THEN 8 ELSE 0 END AS weight_2_1,
  CASE WHEN level_step_2 <= 21 THEN 10 ELSE 0 END AS weight_2_2
  FROM shifted),
claimed_0 AS (SELECT
  row_number, who, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, chosen_0, chosen_1, chosen_2, places, runner,
  CASE WHEN weight_0_0 > level_step_0 THEN 2 * weight_0_0 - level_step_0 WHEN level_step_0 = 21 THEN weight_0_0 ELSE 0 END AS falling_0_0,
  CASE WHEN weight_0_1 > level_step_1 THEN 2 * weight_0_1 - level_step_1 WHEN level_step_1 = 21 THEN weight_0_1 ELSE 0 END AS falling_0_1,
  CASE WHEN weight_0_2 > level_step_2 THEN 2 * weight_0_2 - level_step_2 WHEN level_step_2 = 21 THEN weight_0_2 ELSE 0 END AS falling_0_2,
  LEAST(weight_0_0 + GREATEST(weight_0_0 - level_step_0, 0), weight_0_1 + GREATEST(weight_0_1 - level_step_1, 0), weight_0_2 + GREATEST(weight_0_2 - level_step_2, 0)) AS lowest_0,
  CASE WHEN weight_1_0 > level_step_0 THEN 2 * weight_1_0 - level_step_0 WHEN level_step_0 = 21 THEN weight_1_0 ELSE 0 END AS falling_1_0,
  CASE WHEN weight_1_1 > level_step_1 THEN 2 * weight_1_1 - level_step_1 WHEN level_step_1 = 21 THEN weight_1_1 ELSE 0 END AS falling_1_1,
  CASE WHEN weight_1_2 > level_step_2 THEN 2 * weight_1_2 - level_step_2 WHEN level_step_2 = 21 THEN weight_1_2 ELSE 0 END AS falling_1_2,
  LEAST(weight_1_0 + GREATEST(weight_1_0 - level_step_0, 0), weight_1_1 + GREATEST(weight_1_1 - level_step_1, 0), weight_1_2 + GREATEST(weight_1_2 - level_step_2, 0)) AS lowest_1,
  CASE WHEN weight_2_0 > level_step_0 THEN 2 * weight_2_0 - level_step_0 WHEN level_step_0 = 21 THEN weight_2_0 ELSE 0 END AS falling_2_0,
  CASE WHEN weight_2_1 > level_step_1 THEN 2 * weight_2_1 - level_step_1 WHEN level_step_1 = 21 THEN weight_2_1 ELSE 0 END AS falling_2_1,
  CASE WHEN weight_2_2 > level_step_2 THEN 2 * weight_2_2 - level_step_2 WHEN level_step_2 = 21 THEN weight_2_2 ELSE 0 END AS falling_2_2,
  LEAST(weight_2_0 + GREATEST(weight_2_0 - level_step_0, 0), weight_2_1 + GREATEST(weight_2_1 - level_step_1, 0), weight_2_2 + GREATEST(weight_2_2 - level_step_2, 0)) AS lowest_2
  FROM mattering_0),
merged_0_0 AS (SELECT
  row_number, who, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, chosen_0, chosen_1, chosen_2, places, runner, falling_0_0, falling_0_1, falling_0_2, lowest_0, falling_1_0, falling_1_1, falling_1_2, lowest_1, falling_2_0, falling_2_1, falling_2_2, lowest_2,
  GREATEST(falling_0_0, falling_0_1) AS high_0_0_0_0,
  GREATEST(falling_1_0, falling_1_1) AS high_0_1_0_0,
  GREATEST(falling_2_0, falling_2_1) AS high_0_2_0_0
  FROM claimed_0),
merged_0_1 AS (SELECT
  row_number, who, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, chosen_0, chosen_1, chosen_2, places, runner, falling_0_0, falling_0_1, falling_0_2, lowest_0, falling_1_0, falling_1_1, falling_1_2, lowest_1, falling_2_0, falling_2_1, falling_2_2, lowest_2,
  GREATEST(high_0_0_0_0, falling_0_2) AS high_1_0_0_0,
  GREATEST(high_0_1_0_0, falling_1_2) AS high_1_1_0_0,
  GREATEST(high_0_2_0_0, falling_2_2) AS high_1_2_0_0
  FROM merged_0_0),
barred_0 AS (SELECT
  row_number, who, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, places, runner, falling_0_0, falling_0_1, falling_0_2, falling_1_0, falling_1_1, falling_1_2, falling_2_0, falling_2_1, falling_2_2,
  CASE WHEN chosen_0 = 1 THEN GREATEST(high_1_0_0_0, lowest_0 + 1) ELSE 0 END AS bar_0,
  CASE WHEN chosen_1 = 1 THEN GREATEST(high_1_1_0_0, lowest_1 + 1) ELSE 0 END AS bar_1,
  CASE WHEN chosen_2 = 1 THEN GREATEST(high_1_2_0_0, lowest_2 + 1) ELSE 0 END AS bar_2
  FROM merged_0_1),
marked_0 AS (SELECT
  row_number, who, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, places, runner,
  CASE WHEN falling_0_0 >= bar_0 AND falling_1_0 >= bar_1 AND falling_2_0 >= bar_2 THEN 1 ELSE 0 END AS common_0,
  CASE WHEN falling_0_1 >= bar_0 AND falling_1_1 >= bar_1 AND falling_2_1 >= bar_2 THEN 1 ELSE 0 END AS common_1,
  CASE WHEN falling_0_2 >= bar_0 AND falling_1_2 >= bar_1 AND falling_2_2 >= bar_2 THEN 1 ELSE 0 END AS common_2
  FROM barred_0),
emphasising AS (SELECT
  row_number, who, misread, problems, answered, applicable, shares, per_100, points_0, points_1, points_2, flips, insufficient, ruling, winner, places, runner,
  CASE WHEN common_0 = 1 THEN 1 ELSE 0 END + CASE WHEN common_1 = 1 THEN 2 ELSE 0 END + CASE WHEN common_2 = 1 THEN 4 ELSE 0 END AS emphasis_0
  FROM marked_0),
scored AS (SELECT
  row_number, who, misread, problems, answered, applicable, per_100, flips, insufficient, ruling, winner, places, runner, emphasis_0,
  ((points_0 * shares) / 6) AS whole_0,
  ((20000 * ((points_0 * shares) / 6) + per_100) / GREATEST(2 * per_100, 1)) AS hundredths_0,
  ((points_1 * shares) / 6) AS whole_1,
  ((20000 * ((points_1 * shares) / 6) + per_100) / GREATEST(2 * per_100, 1)) AS hundredths_1,
  ((points_2 * shares) / 6) AS whole_2,
  ((20000 * ((points_2 * shares) / 6) + per_100) / GREATEST(2 * per_100, 1)) AS hundredths_2
  FROM emphasising),
worded AS (SELECT
  row_number, who, misread, problems, answered, applicable, per_100, flips, whole_0, whole_1, whole_2,
  CASE WHEN ruling = 0 THEN 'insufficient' WHEN ruling = 1 THEN 'undecided' WHEN ruling = 2 THEN 'leaning' WHEN ruling = 3 THEN 'clear' ELSE NULL END AS verdict,
  CASE WHEN winner = 1 THEN 'low-price' WHEN winner = 2 THEN 'close-by' WHEN winner = 3 THEN 'brand-new' ELSE NULL END AS strategy,
  NULLIF(SUBSTR(CONCAT(CASE WHEN MOD(places, 4) = 1 THEN ' low-price' WHEN MOD(places, 4) = 2 THEN ' close-by' WHEN MOD(places, 4) = 3 THEN ' brand-new' ELSE '' END, CASE WHEN MOD((places / 4), 4) = 1 THEN ' low-price' WHEN MOD((places / 4), 4) = 2 THEN ' close-by' WHEN MOD((places / 4), 4) = 3 THEN ' brand-new' ELSE '' END, CASE WHEN MOD((places / 16), 4) = 1 THEN ' low-price' WHEN MOD((places / 16), 4) = 2 THEN ' close-by' WHEN MOD((places / 16), 4) = 3 THEN ' brand-new' ELSE '' END), 2), '') AS candidates,
  CASE WHEN runner = 1 THEN 'low-price' WHEN runner = 2 THEN 'close-by' WHEN runner = 3 THEN 'brand-new' ELSE NULL END AS runner_up,
  CONCAT(CAST(CAST((hundredths_0 / 100) AS BIGINT) AS VARCHAR), '.', SUBSTR(CAST(CAST(100 + MOD(hundredths_0, 100) AS BIGINT) AS VARCHAR), 2)) AS score_0,
  CONCAT(CAST(CAST((hundredths_1 / 100) AS BIGINT) AS VARCHAR), '.', SUBSTR(CAST(CAST(100 + MOD(hundredths_1, 100) AS BIGINT) AS VARCHAR), 2)) AS score_1,
  CONCAT(CAST(CAST((hundredths_2 / 100) AS BIGINT) AS VARCHAR), '.', SUBSTR(CAST(CAST(100 + MOD(hundredths_2, 100) AS BIGINT) AS VARCHAR), 2)) AS score_2,
  NULLIF(SUBSTR(CONCAT(CASE WHEN MOD(emphasis_0, 2) = 1 THEN ' finding' ELSE '' END, CASE WHEN MOD((emphasis_0 / 2), 2) = 1 THEN ' buying' ELSE '' END, CASE WHEN MOD((emphasis_0 / 4), 2) = 1 THEN ' returning' ELSE '' END), 2), '') AS emphasised
  FROM scored)
SELECT
  row_number AS "row",
  NULLIF(who, '') AS "respondent",
  CASE WHEN misread = 0 THEN verdict END AS "verdict",
  CASE WHEN misread = 0 THEN strategy END AS "strategy",
  CASE WHEN misread = 0 THEN candidates END AS "candidates",
  CASE WHEN misread = 0 THEN runner_up END AS "runner_up",
  CASE WHEN misread = 0 THEN NULLIF(flips, 1048576) END AS "answers_to_flip",
  CASE WHEN misread = 0 THEN whole_0 END AS "points_low-price",
  CASE WHEN misread = 0 THEN score_0 END AS "score_low-price",
  CASE WHEN misread = 0 THEN whole_1 END AS "points_close-by",
  CASE WHEN misread = 0 THEN score_1 END AS "score_close-by",
  CASE WHEN misread = 0 THEN whole_2 END AS "points_brand-new",
  CASE WHEN misread = 0 THEN score_2 END AS "score_brand-new",
  CASE WHEN misread = 0 THEN per_100 END AS "points_per_100",
  CASE WHEN misread = 0 THEN answered END AS "answered",
  CASE WHEN misread = 0 THEN applicable END AS "applicable",
  CASE WHEN misread = 0 THEN emphasised END AS "emphasised",
  problems AS "problems"
FROM worded
