package dagscribe.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Which DAGs are worth asking for. */
@Description("Selection")
public interface SelectionOptions extends PipelineOptions {

  @Description("ask for so many, highest priority first [none|1..10000000]")
  @Default.String("none")
  String getMaxDags();

  void setMaxDags(String value);

  @Description("shorter DAGs are skipped [0..100000]")
  @Default.Integer(20)
  int getMinLines();

  void setMinLines(int value);

  @Description("DAGs with no other operator are skipped [none|NAMES]")
  @Default.String("EmptyOperator,BashOperator")
  String getBasicOperators();

  void setBasicOperators(String value);

  @Description("lower priorities are skipped [0.0..1.0]")
  @Default.Double(0)
  double getMinPriority();

  void setMinPriority(double value);
}
