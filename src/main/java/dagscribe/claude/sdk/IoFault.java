package dagscribe.claude.sdk;

import com.google.common.base.Throwables;
import dagscribe.claude.FailureKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Why no answer could be read, by the exceptions of the HTTP client; the first that fits counts.
 */
enum IoFault {
  /** The server proves to be another one, or none that is trusted here. */
  CERTIFICATE(FailureKind.UNREACHABLE, "the server's certificate is not trusted", 0) {
    @Override
    boolean fits(Throwable e) {
      return e instanceof GeneralSecurityException || e instanceof SSLPeerUnverifiedException;
    }

    @Override
    String hint() {
      return "; if it is right, name a trust store that holds its authority:"
          + " JAVA_OPTS='-Djavax.net.ssl.trustStore=FILE"
          + " -Djavax.net.ssl.trustStorePassword=PASSWORD'";
    }
  },
  PROXY(FailureKind.UNREACHABLE, "the proxy lets nothing through", 0) {
    @Override
    boolean fits(Throwable e) {
      return says(e, "failed to authenticate with proxy") || says(e, "code for connect: 4");
    }
  },
  /** Before the late ones, as a slow connection is both. */
  UNSENT(FailureKind.CONNECTION, "the connection failed", 0) {
    @Override
    boolean fits(Throwable e) {
      return e instanceof ConnectException
          || e instanceof UnknownHostException
          || says(e, "code for connect: ")
          || (e instanceof SocketTimeoutException && says(e, "connect"));
    }
  },
  /** A timeout cancels the call, and which of the two is the root differs from case to case. */
  LATE(FailureKind.TIMEOUT, "no answer in time", 1) {
    @Override
    boolean fits(Throwable e) {
      return e instanceof InterruptedIOException;
    }
  },
  NOT_HTTP(FailureKind.BROKEN_ANSWER, "what came is not HTTP", 1) {
    @Override
    boolean fits(Throwable e) {
      return e instanceof ProtocolException && !says(e, "unexpected end of stream");
    }
  },
  BROKEN_OFF(FailureKind.CONNECTION, "the connection failed", 1) {
    @Override
    boolean fits(Throwable e) {
      return true;
    }
  };

  private final FailureKind kind;
  private final String what;
  private final int ambiguousAttempts;

  IoFault(FailureKind kind, String what, int ambiguousAttempts) {
    this.kind = kind;
    this.what = what;
    this.ambiguousAttempts = ambiguousAttempts;
  }

  /** Whether one exception of the chain is a sign of this fault. */
  abstract boolean fits(Throwable e);

  /** What an operator can do about it; empty if nothing. */
  String hint() {
    return "";
  }

  static IoFault of(Throwable thrown) {
    List<Throwable> chain = Throwables.getCausalChain(thrown);
    for (IoFault fault : values()) {
      if (chain.stream().anyMatch(fault::fits)) {
        return fault;
      }
    }
    throw new AssertionError("the last one fits all");
  }

  /** The exception whose words say most: what a timeout breaks off is of no interest. */
  Throwable told(Throwable thrown) {
    return this == LATE
        ? Throwables.getCausalChain(thrown).stream().filter(this::fits).findFirst().orElse(thrown)
        : Throwables.getRootCause(thrown);
  }

  FailureKind kind() {
    return kind;
  }

  /** 1 if the call may have been processed and billed. */
  int ambiguousAttempts() {
    return ambiguousAttempts;
  }

  /** One line for people. */
  String message(String cause) {
    return what + " (" + cause + ")" + hint();
  }

  private static boolean says(Throwable e, String words) {
    return e instanceof IOException
        && e.getMessage() != null
        && e.getMessage().toLowerCase(Locale.ROOT).contains(words);
  }
}
