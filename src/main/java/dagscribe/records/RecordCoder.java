package dagscribe.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/** Coder for a record: its {@link RecordBytes}, with their length before them. Thread-safe. */
public final class RecordCoder<T> extends CustomCoder<T> {

  private final RecordBytes<T> records;

  private RecordCoder(RecordBytes<T> records) {
    this.records = records;
  }

  /** Coder for records of one class. */
  public static <T> RecordCoder<T> of(Class<T> type) {
    return new RecordCoder<>(RecordBytes.of(type));
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    ByteArrayCoder.of().encode(records.pack(value), out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    byte[] bytes = ByteArrayCoder.of().decode(in);
    try {
      return records.unpack(bytes);
    } catch (UncheckedIOException e) {
      throw new CoderException(e);
    }
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  @Override
  public TypeDescriptor<T> getEncodedTypeDescriptor() {
    return TypeDescriptor.of(records.type());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordCoder<?> coder && coder.records.type() == records.type();
  }

  @Override
  public int hashCode() {
    return records.type().hashCode();
  }
}
