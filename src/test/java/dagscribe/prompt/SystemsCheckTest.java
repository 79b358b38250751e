package dagscribe.prompt;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dagscribe.dag.DagFacts;
import java.util.List;
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

    assertThat(findings.stream().map(Finding::agreement).toList(), contains(1.0));
  }

  @Test
  void halfOfTheSystems_agreesByHalf() {
    assertThat(
        findings("load into BigQuery", List.of("GCSToBigQueryOperator"), List.of("google"), ""),
        contains(new Finding("systems: bigquery", 3, 0.5)));
  }

  @Test
  void onlyOtherSystems_contradict() {
    assertThat(
        findings("load into Snowflake", List.of("GCSToBigQueryOperator"), List.of(), ""),
        contains(new Finding("systems: snowflake", 3, -1)));
  }

  @Test
  void furtherSystem_countsByHalf() {
    assertThat(
        findings("from MySQL to S3", List.of("S3ListOperator"), List.of(), ""),
        contains(new Finding("systems: s3", 3, 1), new Finding("systems: mysql", 0.75, -1)));
  }

  @Test
  void systemOfTheDocString_isNoContradiction() {
    assertThat(
        findings("from MySQL to S3", List.of("S3ListOperator"), List.of(), "Copies from MySQL."),
        contains(new Finding("systems: s3", 3, 1)));
  }

  @Test
  void umbrella_isNeitherMissedNorForeign() {
    assertThat(
        findings("an AWS S3 bucket", List.of("S3ListOperator"), List.of("amazon"), ""),
        contains(new Finding("systems: s3", 3, 1)));
    assertThat(
        findings("query Athena", List.of("PythonOperator"), List.of("amazon"), ""),
        contains(new Finding("systems: aws", 3, 1)));
  }

  @Test
  void noSystemInTheSource_isNotCounted() {
    assertThat(
        findings("load into Snowflake", List.of("PythonOperator"), List.of(), ""), is(empty()));
  }

  private static List<Finding> findings(
      String instruction, List<String> operators, List<String> providers, String docString) {
    DagFacts facts = Facts.using(operators, providers, docString);
    return SystemsCheck.findings(instruction, facts);
  }
}
