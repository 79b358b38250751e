package dagscribe.steps;

import dagscribe.generate.SourceForm;
import dagscribe.records.OutputLine;
import dagscribe.records.OutputLineCoder;
import dagscribe.records.RecordCoder;
import dagscribe.records.RecordLines;
import dagscribe.source.ContentHash;
import dagscribe.source.PreparedDag;
import dagscribe.source.ScoredDag;
import dagscribe.source.SelectionRules;
import dagscribe.source.SentText;
import dagscribe.source.Skip;
import dagscribe.source.StatedDag;
import dagscribe.source.Text;
import dagscribe.source.TextStore;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.ParsedSource;
import dagscribe.source.airflow.Priority;
import dagscribe.source.airflow.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Parses the source of each DAG once, on all cores: facts, priority and content hash, and of the
 * DAGs worth paying for the text that every pass sends and the key of its answer. The others go to
 * {@code skipped} with the reason.
 */
public final class PrepareDags extends PTransform<PCollection<StatedDag>, PCollectionTuple> {

  /** DAGs worth paying for. */
  public static final TupleTag<PreparedDag> KEPT = new TupleTag<>("kept") {};

  /** Lines for the others. */
  public static final TupleTag<OutputLine> SKIPPED = new TupleTag<>("skipped") {};

  private final SelectionRules rules;
  private final List<SourceForm> forms;
  private final TextStore texts;

  private PrepareDags(SelectionRules rules, List<SourceForm> forms, TextStore texts) {
    this.rules = rules;
    this.forms = List.copyOf(forms);
    this.texts = texts;
  }

  /**
   * Keeps what these rules keep.
   *
   * @param forms how each pass sends sources
   */
  public static PrepareDags of(SelectionRules rules, List<SourceForm> forms) {
    return new PrepareDags(rules, forms, TextStore.IN_MEMORY);
  }

  /** The same with the texts where this store puts them. */
  public PrepareDags into(TextStore store) {
    return new PrepareDags(rules, forms, store);
  }

  @Override
  public PCollectionTuple expand(PCollection<StatedDag> dags) {
    PCollectionTuple prepared =
        dags.apply(
            "Prepare",
            ParDo.of(new PrepareFn(rules, forms, texts))
                .withOutputTags(KEPT, TupleTagList.of(SKIPPED)));
    prepared.get(KEPT).setCoder(RecordCoder.of(PreparedDag.class));
    prepared.get(SKIPPED).setCoder(OutputLineCoder.of());
    return prepared;
  }

  private static final class PrepareFn extends DoFn<StatedDag, PreparedDag> {

    private final SelectionRules rules;
    private final List<SourceForm> forms;
    private final TextStore texts;
    private final int leastBudgetChars;
    private transient List<UnaryOperator<String>> keys = List.of();
    private transient @Nullable SourceReader reader;

    PrepareFn(SelectionRules rules, List<SourceForm> forms, TextStore texts) {
      this.rules = rules;
      this.forms = forms;
      this.texts = texts;
      this.leastBudgetChars =
          forms.stream().mapToInt(SourceForm::contentChars).min().orElse(Integer.MAX_VALUE);
    }

    @Setup
    public void open() {
      keys = forms.stream().map(SourceForm::keys).toList();
      reader = new SourceReader();
    }

    @ProcessElement
    public void process(@Element StatedDag stated, MultiOutputReceiver out) {
      String content = stated.dag().content();
      ParsedSource source = SetUp.open(reader).read(content, leastBudgetChars);
      DagFacts facts = stated.given().over(source.facts());
      String hash = ContentHash.ofNormalised(source.text());
      ScoredDag scored = new ScoredDag(stated.dag(), facts, Priority.of(facts), hash);
      Optional<Skip> skip = rules.check(facts, scored.priority());
      if (skip.isPresent()) {
        out.get(SKIPPED).output(RecordLines.skipped(scored, skip.get()));
      } else {
        out.get(KEPT).output(new PreparedDag(scored, sent(source)));
      }
    }

    private List<SentText> sent(ParsedSource source) {
      List<SentText> sent = new ArrayList<>(forms.size());
      for (int pass = 0; pass < forms.size(); pass++) {
        String text = source.within(forms.get(pass).contentChars());
        boolean isWhole = text.length() == source.text().length();
        sent.add(
            new SentText(keys.get(pass).apply(text), isWhole ? null : texts.put(Text.of(text))));
      }
      return sent;
    }

    @Teardown
    public void close() {
      if (reader != null) {
        reader.close();
      }
    }
  }
}
