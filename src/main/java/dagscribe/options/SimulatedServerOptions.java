package dagscribe.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** The simulated server; its default limits are those of Anthropic's Start tier. */
@Description("Simulated server (endpoint simulated, command simulate)")
public interface SimulatedServerOptions extends PipelineOptions {

  @Description("port on loopback, 0 for any free one [0..65535]")
  @Default.Integer(0)
  int getSimPort();

  void setSimPort(int value);

  @Description("time to answer [none|model|fixed:3s]")
  @Default.String("model")
  String getSimLatency();

  void setSimLatency(String value);

  @Description("its limit [1..1000000000]")
  @Default.Long(1_000)
  long getSimRequestsPerMinute();

  void setSimRequestsPerMinute(long value);

  @Description("its limit [1..1000000000]")
  @Default.Long(2_000_000)
  long getSimInputTokensPerMinute();

  void setSimInputTokensPerMinute(long value);

  @Description("its limit [1..1000000000]")
  @Default.Long(400_000)
  long getSimOutputTokensPerMinute();

  void setSimOutputTokensPerMinute(long value);

  @Description("faults, such as 429:0.1,500@1-2 [none|FAULTS]")
  @Default.String("none")
  String getSimFaults();

  void setSimFaults(String value);

  @Description("seed of latency and faults [0..1000000000]")
  @Default.Long(1)
  long getSimSeed();

  void setSimSeed(long value);
}
