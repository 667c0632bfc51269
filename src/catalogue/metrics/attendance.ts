import { group } from './metric-group.js';

/** What is counted from attendance, by month or by event. */
export const ATTENDANCE_METRICS = group({ level: 'agent', needs: ['attendance'], byDay: true }, [
  {
    id: 'late',
    better: 'lower',
    title: { zh: '迟到', en: 'Late' },
    unit: 'count',
    definition: { zh: '本月迟到次数。', en: 'Times late in the month.' },
  },
  {
    id: 'early_leave',
    better: 'lower',
    title: { zh: '早退', en: 'Early leave' },
    unit: 'count',
    definition: { zh: '本月早退次数。', en: 'Times the agent left early in the month.' },
  },
  {
    id: 'leave',
    better: 'lower',
    title: { zh: '请假', en: 'Leave' },
    unit: 'count',
    definition: { zh: '本月请假次数。', en: 'Times on leave in the month.' },
  },
  {
    id: 'leave_days',
    better: 'lower',
    title: { zh: '请假天数', en: 'Leave days' },
    unit: 'days',
    definition: {
      zh: '本月请假天数；逐条考勤没有天数时每条算一天。',
      en: 'Days on leave in the month; an event without days is one day.',
    },
  },
  {
    id: 'absent',
    better: 'lower',
    title: { zh: '旷工', en: 'Absent' },
    unit: 'count',
    definition: { zh: '本月旷工次数。', en: 'Times absent without leave in the month.' },
  },
  {
    id: 'absent_days',
    better: 'lower',
    title: { zh: '旷工天数', en: 'Absent days' },
    unit: 'days',
    definition: {
      zh: '本月旷工天数；逐条考勤没有天数时每条算一天。',
      en: 'Days absent without leave in the month; an event without days is one day.',
    },
  },
  {
    id: 'missed_punch',
    better: 'lower',
    title: { zh: '缺卡', en: 'Missed punches' },
    unit: 'count',
    definition: { zh: '本月缺卡次数。', en: 'Missed punches in the month.' },
  },
  {
    id: 'night_days',
    title: { zh: '夜班天数', en: 'Night shifts' },
    unit: 'count',
    later: true,
    definition: {
      zh: '本月上夜班的天数：逐条考勤里“夜班”的次数，或由打卡时间和 kpi.yaml 的 shifts 算出；月度考勤、谁都没有夜班的月份不知道。',
      en: 'Days of night work in the month: events “night”, or what punches and `shifts` of kpi.yaml say; not known from attendance by month, nor where nobody has any.',
    },
  },
  {
    id: 'overtime_workday',
    title: { zh: '工作日加班', en: 'Workday overtime' },
    unit: 'hours',
    later: true,
    definition: {
      zh: '本月工作日加班的小时数，只算付加班费的，转调休的不算；没有一条加班记录的逐条考勤不知道。',
      en: 'Hours of overtime on workdays that are to be paid, not those exchanged for time off; not known from events among which none is overtime.',
    },
  },
  {
    id: 'overtime_restday',
    title: { zh: '休息日加班', en: 'Rest-day overtime' },
    unit: 'hours',
    later: true,
    definition: {
      zh: '本月休息日加班的小时数，口径同工作日加班。',
      en: 'Hours of overtime on rest days, counted as those on workdays.',
    },
  },
  {
    id: 'overtime_holiday',
    title: { zh: '节假日加班', en: 'Holiday overtime' },
    unit: 'hours',
    later: true,
    definition: {
      zh: '本月法定节假日加班的小时数，口径同工作日加班。',
      en: 'Hours of overtime on public holidays, counted as those on workdays.',
    },
  },
  {
    id: 'sick_days',
    title: { zh: '病假天数', en: 'Sick days' },
    unit: 'days',
    later: true,
    definition: {
      zh: '本月病假天数，也在请假天数里；逐条考勤看假别，有请假没写假别的不知道。',
      en: 'Days of sick leave in the month, which are among the leave days; by events as their type of leave says, not known where a leave has none.',
    },
  },
  {
    id: 'workdays',
    title: { zh: '出勤', en: 'Workdays' },
    unit: 'days',
    definition: {
      zh: '本月出勤天数；逐条考勤为“出勤”各条天数之和，没有天数的算一天。',
      en: 'Days worked in the month; by events the days of the present rows, one where empty.',
    },
  },
  {
    id: 'workdays_due',
    title: { zh: '应出勤', en: 'Workdays due' },
    unit: 'days',
    byDay: false,
    definition: {
      zh: '应出勤天数：考勤表的数，没有时用花名册的，再没有就是当月天数减 kpi.yaml 里班次的 days_off。',
      en: 'Days that were to be worked: the attendance file’s figure, else the roster’s, else the days of the month less `days_off` of the shift in kpi.yaml.',
    },
  },
  {
    id: 'paid_days_due',
    title: { zh: '应计薪天数', en: 'Paid days due' },
    unit: 'days',
    later: true,
    byDay: false,
    definition: {
      zh: '整月应计薪的天数，按月的考勤表写。',
      en: 'Days of the whole month for which pay is due, as attendance by month says.',
    },
  },
  {
    id: 'full_attendance',
    title: { zh: '全勤', en: 'Full attendance' },
    unit: 'count',
    most: 1,
    byDay: false,
    definition: {
      zh: '迟到、早退、请假、请假天数、旷工、旷工天数、缺卡都是 0 时为 1；有一个不是 0 就是 0。为 1 时，迟到、请假、旷工必须已知，其余已知才算。',
      en: '1 when late, early leave, leave, leave days, absent, absent days and missed punches are all 0; 0 as soon as one of them is not. For 1, late, leave and absent must be known, the others count when they are.',
    },
  },
]);
