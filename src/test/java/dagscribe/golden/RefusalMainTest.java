package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.testing.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake of an operator is told in one sentence, and ends with exit code 2. */
class RefusalMainTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "genrate | unknown command 'genrate': commands are generate, estimate, cache, simulate; a file is --input=FILE",
        "dags.jsonl | unknown command 'dags.jsonl': commands are generate, estimate, cache, simulate; a file is --input=FILE",
        "generate simulate | unexpected word 'simulate': options are --name=value",
        "-maxDags=3 | unexpected word '-maxDags=3': options are --name=value",
        "--maxDagz=3 | unknown option --maxDagz; did you mean --maxDags?",
        "--max-dags=3 | unknown option --max-dags; did you mean --maxDags?",
        "--paralelism=3 | unknown option --paralelism; did you mean --parallelism?",
        "--qwertyuiop=3 | unknown option --qwertyuiop",
        "--secondProfile=quality | unknown option --secondProfile",
        "--apiKey=sk-ant-1 | --apiKey is refused: the key comes from the environment: set ANTHROPIC_API_KEY where the calls are made",
        "--maxDags 3 | --maxDags 3: write --maxDags=3",
        "--overwrite true | --overwrite true: write --overwrite=true",
        "--maxDags | --maxDags needs a value: --maxDags=VALUE",
        "--input= | --input=: must be PATTERNS",
        "--overwrite=yes | --overwrite=yes: must be true or false",
        "--format=json | --format=json: must be full, alpaca or chat",
        "--outputShards=1001 | --outputShards=1001: must be 0..1000",
        "--maxFailures=-1 | --maxFailures=-1: must be 0..1000000000",
        "--maxDags=0 | --maxDags=0: must be none or 1..10000000",
        "--minLines=many | --minLines=many: must be 0..100000",
        "--minPriority=1.1 | --minPriority=1.1: must be 0.0..1.0",
        "--profile=fast | --profile=fast: must be speed, balanced or quality",
        "--dagsPerCall=21 | --dagsPerCall=21: must be auto or 1..20",
        "--contentChars=499 | --contentChars=499: must be profile or 500..200000",
        "--workers=2001 | --workers=2001: must be auto or 1..2000",
        "--rateLimit=0 | --rateLimit=0: must be learned or 1..1000000000",
        "--inputTokensPerMinute=0 | --inputTokensPerMinute=0: must be learned or 1..1000000000",
        "--outputTokensPerMinute=0 | --outputTokensPerMinute=0: must be learned or 1..1000000000",
        "--callTimeoutSeconds=0 | --callTimeoutSeconds=0: must be 1..3600",
        "--maxAttempts=0 | --maxAttempts=0: must be 1..20",
        "--maxCostUsd=-1 | --maxCostUsd=-1: must be none or 0.0..1000000000.0",
        "--simPort=65536 | --simPort=65536: must be 0..65535",
        "--simRequestsPerMinute=0 | --simRequestsPerMinute=0: must be 1..1000000000",
        "--simSeed=x | --simSeed=x: must be 0..1000000000",
        "@none.args | @none.args: there is no such file",
        "--runner=Spark | --runner=Spark: Unknown 'runner' specified 'Spark', supported pipeline runners [DirectRunner, FlinkRunner, TestFlinkRunner]",
        "--targetParallelism=x | --targetParallelism=x: Cannot deserialize value of type `int` from String \"x\": not a valid `int` value",
        "--output=o | --input is missing: JSONL files; comma-separated, \\, for a comma in one",
        "--input=i | --output is missing: directory of the results",
        "--input=i --output=file://host/x | --output: file://host/x names another machine: write file:///PATH",
        "--input=i --output=o --contentField=id | --contentField=id: must be another field than id and metadata",
        "--input=i --output=o --endpoint=ftp://h | --endpoint=ftp://h: must be default, anthropic, simulated or an http(s) URL",
        "--input=i --output=o --cache=disk | --cache=disk: must be sqlite:PATH, redis://HOST:PORT, rediss://HOST:PORT, memory, none or default",
        "--input=i --output=o --quota=bucket | --quota=bucket: must be local, redis://HOST:PORT or rediss://HOST:PORT",
        "--input=i --output=o --watch=3 | --watch=3: must be none, 30s, 5m or 1h",
        "--input=i --output=o --endpoint=simulated --watch=3s | --watch needs --runner=FlinkRunner, which keeps what it has seen across restarts",
        "--input=i --output=o --endpoint=simulated --watch=3s --runner=FlinkRunner --maxDags=5 | --maxDags does not go with --watch: the best are known only once all have been seen",
        "--input=i --output=o --endpoint=http://h --watch=3s --runner=FlinkRunner --cache=none | --watch needs a cache that lasts, since what came after the last checkpoint is done again when something fails: --cache=sqlite:PATH or redis://HOST:PORT",
        "--input=i --output=o --endpoint=http://h --watch=3s --runner=FlinkRunner --cache=memory | --watch needs a cache that lasts, since what came after the last checkpoint is done again when something fails: --cache=sqlite:PATH or redis://HOST:PORT",
        "--input=i --output=o --endpoint=simulated --runner=FlinkRunner --savepointPath=s | --savepointPath goes with --watch on a Flink cluster: everything else starts over, and pays for nothing that is in the cache",
        "--input=i --output=o --endpoint=simulated --watch=3s --runner=FlinkRunner --flinkMaster=[local] --savepointPath=s | --savepointPath goes with --watch on a Flink cluster: everything else starts over, and pays for nothing that is in the cache",
        "simulate --simLatency=3 | --simLatency=3: must be none, model, fixed:3s or fixed:250ms",
        "--help=Spark | --help=Spark: must be one of ApplicationNameOptions, DirectOptions, DirectTestOptions, ExperimentalOptions, ExternalTranslationOptions, FlinkPipelineOptions, ManualDockerEnvironmentOptions, PipelineOptions, PortablePipelineOptions, RemoteEnvironmentOptions, ResourceHintsOptions, SdkHarnessOptions, StreamingOptions",
      })
  void mistake_isToldInOneSentence(String words, String sentence) {
    Run run = Run.main(words.split(" "));
    assertThat(
        run.err(),
        is("dagscribe: " + sentence + "\ndagscribe --help lists commands and options.\n"));
    assertThat(run.out(), is(""));
    assertThat(run.code(), is(2));
  }
}
