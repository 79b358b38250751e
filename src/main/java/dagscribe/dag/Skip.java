package dagscribe.dag;

public record Skip(SkipReason reason, String detail) implements java.io.Serializable {}
