package dagscribe.source.airflow.grounding;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dagscribe.source.airflow.DagFacts;
import dagscribe.testing.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@daily | A daily DAG",
        "@daily | It runs once a day at midnight",
        "@daily | Schedule it with @daily",
        "@daily | scheduled as `0 0 * * *`",
        "@hourly | every hour",
        "@weekly | Run it every Sunday",
        "@monthly | on the first day of each month",
        "@quarterly | every three months",
        "@yearly | annually",
        "@once | should run only once",
        "None | triggered manually",
        "None | It has no schedule and is started on demand",
        "0 6 * * * | every morning",
        "0 6 * * * | Runs (0 6 * * *) in UTC",
        "0 0 * * * | every night",
        "*/15 * * * * | every 15 minutes",
        "*/15 * * * * | every fifteen minutes or rather every 15-minute interval",
        "0 */4 * * * | every four hours",
        "0 6,18 * * * | twice a day",
        "0 6,18 * * * | every 12 hours",
        "0 6,18 * * * | daily at 6:00 and 18:00",
        "30 2 * * 1-5 | on weekdays",
        "30 2 * * MON-FRI | each business day",
        "30 2 * * 1 | every Monday",
        "0 0 */2 * * | every other day",
        "0 0 1 * * | monthly",
        "0 8 1 1 * | once a year",
        "timedelta(days=1) | daily",
        "timedelta(days=1) | every 24 hours",
        "datetime.timedelta(hours=1, minutes=30) | every 90 minutes",
        "timedelta(weeks=2) | biweekly",
        "CronTriggerTimetable('0 3 * * 0', timezone='UTC') | weekly",
        "@daily | Retry every 5 minutes; the DAG runs daily",
        "@daily | builds the weekly report every day",
        "@daily | loads the daily sales figures",
        "CronTriggerTimetable('30 19 * * 4', timezone='UTC', interval=timedelta(days=3)) | every Thursday",
        "CronTriggerTimetable(timezone='Europe/Oslo', cron='0 1 * * 3') | weekly",
        "CronDataIntervalTimetable('0 2 * * *', timezone=pendulum.timezone('UTC')) | once a day",
        "MultipleCronTriggerTimetable('0 6 * * *', '0 18 * * *', timezone='UTC') | twice a day",
        "MultipleCronTriggerTimetable('0 6 * * *', '0 18 * * *', timezone='UTC') | daily at 6 and 18",
        "MultipleCronTriggerTimetable('0 6 * * 1', '0 6 * * 4') | twice a week",
        "MultipleCronTriggerTimetable('0 6 * * *', '0 12 * * *', '0 18 * * *') | 3 times a day",
        "DeltaDataIntervalTimetable(timedelta(hours=6)) | four times a day",
        "DeltaTriggerTimetable(delta=timedelta(hours=6)) | every six hours",
        "timedelta(1) | daily",
        "timedelta(seconds=60 * 60) | hourly",
        "timedelta(seconds=30) | every 30 seconds",
        "timedelta(minutes=30) | every half hour",
        "dateutil.relativedelta.relativedelta(months=1) | monthly",
        "@continuous | runs continuously",
        "ContinuousTimetable() | runs back to back",
        "NullTimetable() | started manually",
        "[Dataset('s3://x')] | runs whenever the dataset is updated",
        "[a, b] | triggered by two assets",
        "(Asset('a') & Asset('b')) | when an asset changes",
        "AssetOrTimeSchedule(timetable=CronTriggerTimetable('0 1 * * *'), assets=[a]) | daily",
      })
  void sameSchedule_agrees(String schedule, String instruction) {
    assertThat(period(schedule, instruction), is(Verdict.AGREES));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@daily | hourly",
        "@daily | every 6 hours",
        "@daily | triggered manually",
        "@daily | @weekly",
        "@hourly | daily",
        "None | runs daily at noon",
        "0 6 * * * | schedule 0 6 * * 1",
        "*/15 * * * * | every 30 minutes",
        "30 2 * * 1 | daily",
        "timedelta(hours=6) | every 12 hours",
        "timedelta(seconds=30) | every minute",
        "0 6,18 * * * | once a day",
        "MultipleCronTriggerTimetable('0 6 * * *', '0 18 * * *', timezone='UTC') | once a day",
        "MultipleCronTriggerTimetable('0 6 * * *', '0 18 * * *', timezone='UTC') | hourly",
        "30 2 * * 1-5 | weekly",
        "@daily | every Monday",
        "CronTriggerTimetable('30 19 * * 4', interval=timedelta(days=3)) | every three days",
        "@continuous | daily",
        "[Dataset('x')] | runs daily",
        "Asset('a') & Asset('b') | every hour",
        "None | This DAG runs daily.",
      })
  void otherSchedule_contradicts(String schedule, String instruction) {
    assertThat(period(schedule, instruction), is(Verdict.CONTRADICTS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@daily | Load orders into S3",
        "@daily | Retry twice with a delay of one hour between retries",
        "@daily | poke every 5 minutes until the file is there",
        "@daily | checks every minute",
        "None | loads the daily sales figures",
        "@hourly | whenever the job is done, the data set is complete",
      })
  void scheduleNotStated_isSilent(String schedule, String instruction) {
    assertThat(period(schedule, instruction), is(Verdict.SILENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Variable.get('cron')",
        "SCHEDULE",
        "0 0 L * *",
        "0 30 6 * * *",
        "'@hourly' if ENV == 'prod' else '@daily'",
        "Variable.get('cron', '30 22 * * TUE')",
        "os.getenv('CRON', '0 6 * * *')",
        "os.environ['CRON'] or '@daily'",
        "f'0 {HOUR} * * *'",
        "SCHEDULES.EVERY_DAY_AT_02_00",
        "EventsTimetable(event_dates=[pendulum.datetime(2024, 1, 1)])",
        "timedelta(hours=HOURS)",
        "timedelta(days=1) * FACTOR",
        "MultipleCronTriggerTimetable('0 6 * * *', *more, timezone='UTC')",
        "CronTriggerTimetable(CRON, timezone='UTC')",
        "((((((((((timedelta(days=1)))))))))))",
        "timedelta(days=1",
        "a b c d e",
        ""
      })
  void scheduleThatCannotBeRead_isUncheckable(String schedule) {
    assertThat(period(schedule, "daily"), is(Verdict.UNCHECKABLE));
    assertThat(ScheduleCheck.findings("loads orders", Facts.scheduled(schedule)), is(empty()));
  }

  @Test
  void noScheduleArgument_isUncheckable() {
    assertThat(
        ScheduleCheck.findings("daily", Facts.scheduled()),
        contains(new Finding("schedule", Verdict.UNCHECKABLE, "", "daily")));
  }

  @Test
  void severalDags_mayEachBeMeant() {
    DagFacts facts = Facts.scheduled("@daily", "@hourly");

    assertThat(verdict(facts, "one DAG runs hourly"), is(Verdict.AGREES));
    assertThat(verdict(facts, "runs every week"), is(Verdict.CONTRADICTS));
    assertThat(
        verdict(Facts.scheduled("@daily", "CRON"), "runs every week"), is(Verdict.UNCHECKABLE));
    assertThat(verdict(Facts.scheduled("@daily", "CRON"), "runs daily"), is(Verdict.AGREES));
  }

  private static Verdict verdict(DagFacts facts, String instruction) {
    return ScheduleCheck.findings(instruction, facts).get(0).verdict();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 6 * * * | daily at 6 am | AGREES",
        "0 6 * * * | daily at 6:00 a.m. UTC | AGREES",
        "0 6 * * * | daily at 06:00 | AGREES",
        "0 6 * * * | daily at 6 pm | CONTRADICTS",
        "30 18 * * * | daily at 6:30 PM | AGREES",
        "0 0 * * * | daily at midnight | AGREES",
        "0 12 * * * | daily at 12 pm | AGREES",
        "0 12 * * * | daily at noon | AGREES",
        "0 12 * * * | daily at midnight | CONTRADICTS",
        "0 0 * * * | daily at 12 am | AGREES",
        "0 9 * * 1 | Mondays at 9 am | AGREES",
      })
  void statedTime_isCompared(String schedule, String instruction, Verdict verdict) {
    assertThat(named("time", schedule, instruction), is(verdict));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 9 * * 1 | every Monday | AGREES",
        "0 9 * * 7 | on Sundays | AGREES",
        "0 9 * * 1 | every Friday | CONTRADICTS",
        "0 9 * * 1-5 | Monday through Friday | AGREES",
        "0 9 * * 1-5 | on weekends | CONTRADICTS",
        "0 9 * * sat,sun | at the weekend, so weekly | AGREES",
      })
  void statedDays_areCompared(String schedule, String instruction, Verdict verdict) {
    assertThat(named("day", schedule, instruction), is(verdict));
  }

  private static Verdict period(String schedule, String instruction) {
    return named("schedule", schedule, instruction);
  }

  private static Verdict named(String check, String schedule, String instruction) {
    List<Finding> findings = ScheduleCheck.findings(instruction, Facts.scheduled(schedule));
    return findings.stream()
        .filter(finding -> finding.check().equals(check))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + check + " in " + findings))
        .verdict();
  }
}
