-- An agent worked on a day on which they wrote to a buyer.
SELECT agent, day, 1 AS worked
FROM service_day_rows;
