package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A throwable is told whole, and however it misbehaves. */
@Timeout(60)
class ThrowableWriterTest {
    private static List<String> each(List<Object> chain, String field) {
        return chain.stream().map(one -> String.valueOf(((Map<?, ?>) one).get(field))).toList();
    }

    private static Map<?, ?> at(List<Object> chain, int index) {
        return (Map<?, ?>) chain.get(index);
    }

    @Test
    void theCausesFollowEachOtherWithWhatTheySuppressed() {
        var root = new IllegalArgumentException("spark");
        var thrown = new IllegalStateException("fire", root);
        thrown.addSuppressed(new UnsupportedOperationException("stuck"));
        var chain = ThrowableWriter.describe(thrown);
        assertThat(each(chain, "class"))
                .containsExactly(
                        "java.lang.IllegalStateException",
                        "java.lang.UnsupportedOperationException",
                        "java.lang.IllegalArgumentException");
        assertThat(each(chain, "suppressed")).containsExactly("false", "true", "false");
        assertThat(at(chain, 0).get("message")).isEqualTo("fire");
    }

    @Test
    void causesInACircleAreToldOnce() {
        var first = new RuntimeException("first");
        var second = new RuntimeException("second", first);
        first.initCause(second);
        assertThat(ThrowableWriter.describe(first)).hasSize(2);
    }

    @Test
    void aMessageThatFailsIsSaidToHave() {
        var thrown =
                new RuntimeException() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                        throw new UnsupportedOperationException("no words");
                    }
                };
        assertThat(at(ThrowableWriter.describe(thrown), 0).get("message"))
                .isEqualTo("[its message failed: java.lang.UnsupportedOperationException]");
    }

    @Test
    void wordsThatLackAClassCostNothingElse() {
        var thrown =
                new RuntimeException("told") {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String toString() {
                        throw new NoClassDefFoundError("gone/Away");
                    }
                };
        var first = at(ThrowableWriter.describe(thrown), 0);
        assertThat(first.get("message")).isEqualTo("told");
        assertThat(first.get("own")).isEqualTo("");
    }

    @Test
    void itsOwnToStringIsToldBesideItsMessage() {
        var thrown =
                new IllegalStateException("spark") {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String toString() {
                        return "code 7, " + getMessage();
                    }
                };
        assertThat(each(ThrowableWriter.describe(thrown), "own")).containsExactly("code 7, spark");
        assertThat(each(ThrowableWriter.describe(new IllegalStateException("spark")), "own"))
                .containsExactly("");
    }

    @Test
    void ofAnEndlessStackBothEndsAreTold() {
        var stack = new StackTraceElement[10_000];
        for (int i = 0; i < stack.length; i++) {
            stack[i] = new StackTraceElement("REPL.$Cell1", "down" + i, "cell", 1);
        }
        var frames = ThrowableWriter.frames(stack);
        assertThat(frames).hasSizeLessThan(1_000);
        assertThat(frames.get(0).getMethodName()).isEqualTo("down0");
        assertThat(frames.get(frames.size() - 1).getMethodName()).isEqualTo("down9999");
    }

    @Test
    void whatTheJvmSaysOfAnInitialiserThatWasEndedIsSaidInOurWords() {
        var thrown = new NoClassDefFoundError("Could not initialize class REPL.$Cell3$Slow");
        thrown.initCause(
                new ExceptionInInitializerError(
                        "Exception " + new CellInterrupted() + " [in thread \"cell\"]"));
        assertThat(at(ThrowableWriter.describe(thrown), 0).get("message"))
                .isEqualTo("Could not initialize class Slow");
        assertThat(String.valueOf(at(ThrowableWriter.describe(thrown), 1).get("message")))
                .contains("it was ended with its cell")
                .doesNotContain("himalia");
    }

    /** As a mock of an exception: each of its methods gives null, an array of nulls, or throws. */
    private static RuntimeException unwilling(StackTraceElement @Nullable [] stack) {
        return new RuntimeException("told") {
            private static final long serialVersionUID = 1L;

            @Override
            public StackTraceElement[] getStackTrace() {
                return stack;
            }

            @Override
            public synchronized Throwable getCause() {
                throw new Error("no cause");
            }

            @Override
            public String toString() {
                throw new Error("no text");
            }
        };
    }

    @Test
    void whatItsOwnMethodsFailToSayHidesNothingElse() {
        for (var stack : Arrays.asList(null, new StackTraceElement[] {null})) {
            var chain = ThrowableWriter.describe(unwilling(stack));
            assertThat(each(chain, "class")).containsExactly("java.lang.RuntimeException");
            assertThat(each(chain, "message")).containsExactly("told");
            assertThat(at(chain, 0).get("frames")).isEqualTo(List.of());
        }
    }
}
