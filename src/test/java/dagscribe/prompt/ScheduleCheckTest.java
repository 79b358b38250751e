package dagscribe.prompt;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

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
      })
  void sameSchedule_agrees(String schedule, String instruction) {
    assertThat(period(schedule, instruction), is(1.0));
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
      })
  void otherSchedule_contradicts(String schedule, String instruction) {
    assertThat(period(schedule, instruction), is(-1.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@daily | Load orders into S3",
        "@daily | Retry twice with a delay of one hour between retries",
        "@daily | poke every 5 minutes until the file is there",
        "@daily | checks every minute",
      })
  void scheduleNotStated_isSilent(String schedule, String instruction) {
    assertThat(period(schedule, instruction), is(0.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Variable.get('cron')",
        "SCHEDULE",
        "[Dataset('x')]",
        "0 0 L * *",
        "a b c d e",
        ""
      })
  void scheduleThatCannotBeRead_isNotCounted(String schedule) {
    assertThat(ScheduleCheck.findings("daily", Facts.scheduled(schedule)), is(empty()));
  }

  @Test
  void noScheduleArgument_isNotCounted() {
    assertThat(ScheduleCheck.findings("daily", Facts.scheduled(null)), is(empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 6 * * * | daily at 6 am | 1",
        "0 6 * * * | daily at 6:00 a.m. UTC | 1",
        "0 6 * * * | daily at 06:00 | 1",
        "0 6 * * * | daily at 6 pm | -1",
        "30 18 * * * | daily at 6:30 PM | 1",
        "0 0 * * * | daily at midnight | 1",
        "0 12 * * * | daily at 12 pm | 1",
        "0 12 * * * | daily at noon | 1",
        "0 12 * * * | daily at midnight | -1",
        "0 0 * * * | daily at 12 am | 1",
        "0 9 * * 1 | Mondays at 9 am | 1",
      })
  void statedTime_isCompared(String schedule, String instruction, double agreement) {
    assertThat(named("time of day", schedule, instruction), is(agreement));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 9 * * 1 | every Monday | 1",
        "0 9 * * 7 | on Sundays | 1",
        "0 9 * * 1 | every Friday | -1",
        "0 9 * * 1-5 | Monday through Friday | 1",
        "0 9 * * 1-5 | on weekends | -1",
        "0 9 * * sat,sun | at the weekend, so weekly | 1",
      })
  void statedDays_areCompared(String schedule, String instruction, double agreement) {
    assertThat(named("days", schedule, instruction), is(agreement));
  }

  private static double period(String schedule, String instruction) {
    return named("schedule: " + schedule, schedule, instruction);
  }

  private static double named(String what, String schedule, String instruction) {
    List<Finding> findings = ScheduleCheck.findings(instruction, Facts.scheduled(schedule));
    return findings.stream()
        .filter(finding -> finding.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + what + " in " + findings))
        .agreement();
  }
}
