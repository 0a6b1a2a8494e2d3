package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions whose own methods give nothing, or throw: their class and their message are told all the same. */
@Timeout(120)
class UnwillingExceptionsTest {
    private static final TestWorker cells = new TestWorker();

    @AfterAll
    static void stop() {
        cells.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public StackTraceElement[] getStackTrace() { return null; }",
                "public StackTraceElement[] getStackTrace() { return new StackTraceElement[1]; }",
                "public StackTraceElement[] getStackTrace() { throw new Error(); }",
                "public Throwable getCause() { throw new IllegalStateException(); }",
                "public String toString() { throw new Error(); }"
            })
    void theirClassAndMessageAreTold(String method) {
        var declared = "class Mute extends RuntimeException { Mute() { super(\"fire\"); } %s }\n";
        assertThat(cells.failure(declared.formatted(method) + "throw new Mute();"))
                .startsWith("Mute: fire");
    }

    @Test
    void oneWhoseMessageFailsIsNamed() {
        assertThat(
                        cells.failure(
                                "class Dumb extends Exception { public String getMessage() { throw new Error(); } }\n"
                                        + "throw new Dumb();"))
                .startsWith("Dumb: [its message failed: java.lang.Error]");
    }

    @Test
    void theyAreToldInThreadsToo() {
        cells.printed();
        cells.value(
                "class Lost extends RuntimeException { Lost() { super(\"far\"); }"
                        + " public StackTraceElement[] getStackTrace() { return null; }"
                        + " public Throwable getCause() { throw new Error(); } }\n"
                        + "var own = new Thread(() -> { throw new Lost(); }, \"own\");\n"
                        + "own.start();\nown.join();");
        assertThat(cells.printed())
                .startsWith("Exception in thread \"own\" ")
                .contains("Lost: far")
                .doesNotContain("UncaughtExceptionHandler");
    }
}
