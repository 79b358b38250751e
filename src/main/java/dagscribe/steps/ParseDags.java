package dagscribe.steps;

import dagscribe.records.MalformedRecordException;
import dagscribe.records.OutputLine;
import dagscribe.records.OutputLineCoder;
import dagscribe.records.RecordCoder;
import dagscribe.records.RecordLines;
import dagscribe.records.RecordParser;
import dagscribe.records.SourceLine;
import dagscribe.source.StatedDag;
import dagscribe.source.TextStore;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Makes records of lines; a line that is no record goes to {@code failed} with its reason. */
public final class ParseDags extends PTransform<PCollection<SourceLine>, PCollectionTuple> {

  /** The records. */
  public static final TupleTag<StatedDag> DAGS = new TupleTag<>("dags") {};

  /** Lines for what is no record. */
  public static final TupleTag<OutputLine> MALFORMED = new TupleTag<>("malformed") {};

  private final String contentField;
  private final TextStore texts;

  private ParseDags(String contentField, TextStore texts) {
    this.contentField = contentField;
    this.texts = texts;
  }

  /**
   * Parses every line.
   *
   * @param contentField name of the field that holds the source
   */
  public static ParseDags of(String contentField) {
    return new ParseDags(contentField, TextStore.IN_MEMORY);
  }

  /** The same with the texts where this store puts them. */
  public ParseDags into(TextStore store) {
    return new ParseDags(contentField, store);
  }

  @Override
  public PCollectionTuple expand(PCollection<SourceLine> lines) {
    PCollectionTuple parsed =
        lines.apply(
            "Parse",
            ParDo.of(new ParseFn(contentField, texts))
                .withOutputTags(DAGS, TupleTagList.of(MALFORMED)));
    parsed.get(DAGS).setCoder(RecordCoder.of(StatedDag.class));
    parsed.get(MALFORMED).setCoder(OutputLineCoder.of());
    return parsed;
  }

  private static final class ParseFn extends DoFn<SourceLine, StatedDag> {

    private final String contentField;
    private final TextStore texts;

    ParseFn(String contentField, TextStore texts) {
      this.contentField = contentField;
      this.texts = texts;
    }

    @ProcessElement
    public void process(@Element SourceLine line, MultiOutputReceiver out) {
      try {
        out.get(DAGS).output(RecordParser.parse(line, contentField).in(texts));
      } catch (MalformedRecordException e) {
        OutputLine malformed = RecordLines.malformed(line, String.valueOf(e.getMessage()));
        out.get(MALFORMED).output(malformed.in(texts));
      }
    }
  }
}
