package dagscribe.prompt;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
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
      })
  void scheduleNotStated_isSilent(String schedule, String instruction) {
    assertThat(period(schedule, instruction), is(Verdict.SILENT));
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
  void scheduleThatCannotBeRead_isUncheckable(String schedule) {
    assertThat(period(schedule, "daily"), is(Verdict.UNCHECKABLE));
    assertThat(ScheduleCheck.findings("loads orders", Facts.scheduled(schedule)), is(empty()));
  }

  @Test
  void noScheduleArgument_isUncheckable() {
    assertThat(
        ScheduleCheck.findings("daily", Facts.scheduled(null)),
        contains(new Finding("schedule", Verdict.UNCHECKABLE, "", "every day")));
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
