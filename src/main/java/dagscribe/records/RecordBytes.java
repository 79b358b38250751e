package dagscribe.records;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Turns records of one class into Smile, Jackson's binary JSON, and back. Components are written in
 * the order of their declaration, so equal records have equal bytes. Thread-safe.
 *
 * <p>What waits in a runner's state is best held as bytes: the DirectRunner copies all values of a
 * key whenever a bundle touches it, and to copy bytes costs a fiftieth of parsing a record.
 */
public final class RecordBytes<T> implements Serializable {

  // Names and values are not shared inside a message: every message is small and stands alone.
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          SmileFactory.builder().disable(SmileGenerator.Feature.CHECK_SHARED_NAMES).build());

  private final Class<T> type;
  private transient @Nullable ObjectReader reader;
  private transient @Nullable ObjectWriter writer;

  private RecordBytes(Class<T> type) {
    this.type = type;
  }

  /** Bytes of records of one class. */
  public static <T> RecordBytes<T> of(Class<T> type) {
    return new RecordBytes<>(type);
  }

  /** The class of the records. */
  Class<T> type() {
    return type;
  }

  /** The bytes of a record. */
  public byte[] pack(T record) {
    try {
      return writer().writeValueAsBytes(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The record of such bytes.
   *
   * @throws UncheckedIOException if they are no such record
   */
  public T unpack(byte[] bytes) {
    try {
      return reader().readValue(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectReader reader() {
    ObjectReader known = reader;
    if (known == null) {
      known = MAPPER.readerFor(type);
      reader = known;
    }
    return known;
  }

  private ObjectWriter writer() {
    ObjectWriter known = writer;
    if (known == null) {
      // By the class of each record: an interface has nothing of its own to write.
      known = MAPPER.writer();
      writer = known;
    }
    return known;
  }
}
