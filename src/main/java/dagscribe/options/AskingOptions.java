package dagscribe.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Who is asked, for what, how fast, and for how much money. */
@Description("Asking")
public interface AskingOptions extends PipelineOptions {

  /** Where answers are kept unless the operator says otherwise. */
  String DEFAULT_CACHE = "default";

  @Description(
      "who is asked; ANTHROPIC_BASE_URL, else anthropic [default|anthropic|simulated|http://...|https://...]")
  @Default.String(Endpoint.DEFAULT)
  String getEndpoint();

  void setEndpoint(String value);

  @Description("model, thinking, effort, sizes [speed|balanced|quality]")
  @Default.String("speed")
  String getProfile();

  void setProfile(String value);

  @Description("the model's id, if not the profile's [profile|ID]")
  @Default.String("profile")
  String getModel();

  void setModel(String value);

  @Description("DAGs in one prompt [auto|1..20]")
  @Default.String("auto")
  String getDagsPerCall();

  void setDagsPerCall(String value);

  @Description("characters sent of a DAG [profile|500..200000]")
  @Default.String("profile")
  String getContentChars();

  void setContentChars(String value);

  @Description("calls in flight over the whole job [auto|1..2000]")
  @Default.String("auto")
  String getWorkers();

  void setWorkers(String value);

  @Description("the account's requests per minute [learned|1..1000000000]")
  @Default.String("learned")
  String getRateLimit();

  void setRateLimit(String value);

  @Description("the account's uncached input tokens [learned|1..1000000000]")
  @Default.String("learned")
  String getInputTokensPerMinute();

  void setInputTokensPerMinute(String value);

  @Description("the account's output tokens [learned|1..1000000000]")
  @Default.String("learned")
  String getOutputTokensPerMinute();

  void setOutputTokensPerMinute(String value);

  @Description("where what is left of the limits is kept [local|redis://...|rediss://...]")
  @Default.String("local")
  String getQuota();

  void setQuota(String value);

  @Description("wait for one answer [1..3600]")
  @Default.Integer(120)
  int getCallTimeoutSeconds();

  void setCallTimeoutSeconds(int value);

  @Description("attempts of one call, the first included [1..20]")
  @Default.Integer(6)
  int getMaxAttempts();

  void setMaxAttempts(int value);

  @Description("longest pause that a server is granted [none|30s|5m|1h]")
  @Default.String("1h")
  String getMaxWait();

  void setMaxWait(String value);

  @Description("where answers are kept [default|sqlite:PATH|redis://...|rediss://...|memory|none]")
  @Default.String(DEFAULT_CACHE)
  String getCache();

  void setCache(String value);

  @Description("no new calls once it is spent [none|0.0..1000000000.0]")
  @Default.String("none")
  String getMaxCostUsd();

  void setMaxCostUsd(String value);
}
