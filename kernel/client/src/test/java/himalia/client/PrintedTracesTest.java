package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stack traces that cells print themselves, or that their threads leave, read as the errors of cells do. */
@Timeout(240)
class PrintedTracesTest {
    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    /** Returns what a cell prints; the numbers of its own and of those before stand as n, n-1 and n-2. */
    private static String printed(String code) throws Exception {
        var result = kernel.run(code);
        var text = new StringBuilder();
        result.published("stream").forEach(each -> text.append(each.fields().text("text")));
        long count = result.executionCount();
        return text.toString()
                .replace("cell " + count + ",", "cell n,")
                .replace("cell " + (count - 1) + ",", "cell n-1,")
                .replace("cell " + (count - 2) + ",", "cell n-2,");
    }

    @Test
    void aPrintedTraceNamesTheLinesOfTheCell() throws Exception {
        assertThat(
                        printed(
                                """
                                record Point(int x) {
                                    int inverse() {
                                        return 1 / x;
                                    }
                                }
                                class Odd extends Exception {
                                    Odd(Throwable cause) { super("an odd thing", cause); }
                                }
                                try {
                                    new Point(0).inverse();
                                } catch (ArithmeticException e) {
                                    new Odd(e).printStackTrace();
                                }
                                """))
                .isEqualTo(
                        """
                        Odd: an odd thing
                          cell n, line 12
                        → new Odd(e).printStackTrace();
                        Caused by: java.lang.ArithmeticException: / by zero
                          cell n, line 3 in inverse
                        → return 1 / x;
                          cell n, line 10
                        → new Point(0).inverse();
                        """);
    }

    @Test
    void aThreadThatDiesLeavesATraceLikeIt() throws Exception {
        assertThat(
                        printed(
                                """
                                var dying = new Thread(() -> {
                                    Integer.parseInt("x");
                                }, "mine");
                                dying.start();
                                dying.join();
                                """))
                .matches(
                        "(?s)Exception in thread \"mine\" java\\.lang\\.NumberFormatException: For input string: \"x\"\n"
                                + "(    at java\\.[^\n]*\n)+"
                                + "  cell n, line 2\n"
                                + "→ Integer\\.parseInt\\(\"x\"\\);\n");
    }

    @Test
    void aTraceIsTheSameOnAnyStreamAndWriterAndTellsWhatWasSuppressed() throws Exception {
        var code =
                """
                class Door implements AutoCloseable {
                    public void close() { throw new IllegalStateException("stuck"); }
                }
                var text = new java.io.StringWriter();
                var bytes = new java.io.ByteArrayOutputStream();
                try (var door = new Door()) {
                    throw new java.io.IOException("no one");
                } catch (java.io.IOException e) {
                    e.printStackTrace(new java.io.PrintWriter(text));
                    e.printStackTrace(new java.io.PrintStream(bytes, true));
                }
                System.out.print(text);
                System.out.print(text.toString().equals(bytes.toString()));
                """;
        assertThat(printed(code))
                .isEqualTo(
                        """
                        java.io.IOException: no one
                          cell n, line 7
                        → throw new java.io.IOException("no one");
                            Suppressed: java.lang.IllegalStateException: stuck
                              cell n, line 2 in close
                            → public void close() { throw new IllegalStateException("stuck"); }
                              cell n, line 6
                            → try (var door = new Door()) {
                        true""");
    }

    @Test
    void codeOfEarlierCellsAndOfOnesThatRefersToLaterOnesIsNamedByTheirNumbers() throws Exception {
        kernel.run("\nvoid first() { second(); }");
        kernel.run(
                "void second() {\n    new IllegalStateException(\"deep\").printStackTrace();\n}");
        assertThat(printed("first();"))
                .isEqualTo(
                        """
                        java.lang.IllegalStateException: deep
                          cell n-1, line 2 in second
                        → new IllegalStateException("deep").printStackTrace();
                          cell n-2, line 2 in first
                        → void first() { second(); }
                          cell n, line 1
                        → first();
                        """);
    }

    @Test
    void otherMethodsOfThatNameAndThoseThatOverrideItDoWhatTheyDid() throws Exception {
        assertThat(
                        printed(
                                """
                                class Report {
                                    void printStackTrace() { System.out.println("a report"); }
                                }
                                class Quiet extends Exception {
                                    @Override public void printStackTrace() { System.out.println("quiet"); }
                                }
                                new Report().printStackTrace();
                                new Quiet().printStackTrace();
                                Exception seen = new Quiet();
                                seen.printStackTrace();
                                var bare = new Exception("bare");
                                bare.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "c", "B.java", 7)});
                                bare.printStackTrace();
                                """))
                .isEqualTo(
                        "a report\nquiet\nquiet\njava.lang.Exception: bare\n\tat a.B.c(B.java:7)\n");
    }

    @Test
    void whoPrintsWhileInterruptedStaysInterrupted() throws Exception {
        assertThat(
                        printed(
                                """
                                Thread.currentThread().interrupt();
                                new Exception("here").printStackTrace();
                                System.out.print(Thread.interrupted());
                                """))
                .isEqualTo(
                        """
                        java.lang.Exception: here
                          cell n, line 2
                        → new Exception("here").printStackTrace();
                        true""");
    }
}
