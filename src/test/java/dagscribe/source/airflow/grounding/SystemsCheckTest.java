package dagscribe.source.airflow.grounding;

import static java.util.stream.Collectors.toSet;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import dagscribe.source.airflow.DagFacts;
import dagscribe.testing.Facts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemsCheckTest {

  @ParameterizedTest
  @CsvSource({
    "GCSToBigQueryOperator, Load Google Cloud Storage files into Big Query",
    "GCSToBigQueryOperator, Load GCS files into BigQuery",
    "S3ToRedshiftOperator, from S3 to Redshift",
    "KubernetesPodOperator, on K8s",
    "DynamoDBToS3Operator, from DynamoDB to an S3 bucket",
    "HiveToMySqlOperator, from Hive to MySQL",
    "PostgresOperator, in PostgreSQL",
    "GKEStartPodOperator, a pod on Google Kubernetes Engine",
  })
  void operatorAndProse_nameTheSameSystems(String operator, String instruction) {
    List<Finding> findings = findings(instruction, List.of(operator), List.of(), "");

    Set<Verdict> verdicts = findings.stream().map(Finding::verdict).collect(toSet());
    assertThat(verdicts, contains(Verdict.AGREES));
  }

  @Test
  void systemNotNamed_isSilent() {
    assertThat(
        findings("load into BigQuery", List.of("GCSToBigQueryOperator"), List.of("google"), ""),
        contains(agreed("bigquery"), new Finding("system", Verdict.SILENT, "gcs", "")));
  }

  @Test
  void onlyOtherSystems_contradict() {
    assertThat(
        findings("load into Snowflake", List.of("S3ListOperator"), List.of(), ""),
        contains(
            new Finding("system", Verdict.SILENT, "s3", ""),
            new Finding("system", Verdict.CONTRADICTS, "s3", "snowflake")));
  }

  @Test
  void furtherSystem_isUncheckable() {
    assertThat(
        findings("from MySQL to S3", List.of("S3ListOperator"), List.of(), ""),
        contains(agreed("s3"), new Finding("system", Verdict.UNCHECKABLE, "s3", "mysql")));
  }

  @Test
  void systemOfTheDocString_isNoContradiction() {
    assertThat(
        findings("from MySQL to S3", List.of("S3ListOperator"), List.of(), "Copies from MySQL."),
        contains(agreed("s3")));
  }

  @Test
  void umbrella_isNeitherMissedNorForeign() {
    assertThat(
        findings("an AWS S3 bucket", List.of("S3ListOperator"), List.of("amazon"), ""),
        contains(agreed("s3")));
    assertThat(
        findings("query Athena", List.of("PythonOperator"), List.of("amazon"), ""),
        contains(new Finding("system", Verdict.AGREES, "aws", "athena")));
  }

  @Test
  void noSystemInTheSource_isUncheckable() {
    assertThat(
        findings("load into Snowflake", List.of("PythonOperator"), List.of(), ""),
        contains(new Finding("system", Verdict.UNCHECKABLE, "", "snowflake")));
  }

  private static Finding agreed(String system) {
    return new Finding("system", Verdict.AGREES, system, system);
  }

  private static List<Finding> findings(
      String instruction, List<String> operators, List<String> providers, String docString) {
    DagFacts facts = Facts.using(operators, providers, docString);
    return SystemsCheck.findings(instruction, facts);
  }
}
